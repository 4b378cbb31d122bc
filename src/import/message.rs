//! Messages: their attachments, and what was pasted into them.

use super::{Candidate, Gathered, looks_signed};
use mail_parser::{Message, MessageParser, MessagePart, MimeHeaders as _, PartType};

/// How many parts of one message are looked at.
const PART_LIMIT: usize = 1000;

/// How deep messages may lie in one another.
const DEPTH: usize = 4;

/// Names of headers that a message starts with.
const HEADERS: [&str; 9] = [
    "received",
    "return-path",
    "delivered-to",
    "from",
    "date",
    "subject",
    "to",
    "message-id",
    "mime-version",
];

/// Whether a file without the ending of a message is one: it starts with a header that only messages have.
pub fn looks_like_one(bytes: &[u8]) -> bool {
    let line = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let name = line.split(|byte| *byte == b':').next().unwrap_or_default();
    line.contains(&b':')
        && HEADERS
            .iter()
            .any(|header| name.eq_ignore_ascii_case(header.as_bytes()))
}

/// Finds the signed files in a message, in those that lie in it too.
pub fn open(found: &mut Gathered, shown: &str, bytes: &[u8]) {
    match MessageParser::default().parse(bytes) {
        Some(message) => look(found, shown, &message, DEPTH),
        None => found.passed.push(shown.to_owned()),
    }
}

fn look(found: &mut Gathered, shown: &str, message: &Message<'_>, depth: usize) {
    for part in message.parts.iter().take(PART_LIMIT) {
        let name = name(part);
        let inner = if name.is_empty() {
            shown.to_owned()
        } else {
            format!("{shown} › {name}")
        };
        if found.is_full(&inner) {
            return;
        }
        let bytes: &[u8] = match &part.body {
            PartType::Message(message) if depth > 0 => {
                look(found, &inner, message, depth - 1);
                continue;
            }
            PartType::Text(text) if name.is_empty() => {
                pasted(found, &inner, text);
                continue;
            }
            // A message written twice says the same in HTML.
            PartType::Html(_) if name.is_empty() => continue,
            PartType::Text(text) | PartType::Html(text) => text.as_bytes(),
            PartType::Binary(bytes) | PartType::InlineBinary(bytes) => bytes,
            PartType::Message(_) => {
                found.passed.push(inner);
                continue;
            }
            PartType::Multipart(_) => continue,
        };
        if looks_signed(bytes) {
            found.candidates.push(Candidate {
                shown: inner,
                name,
                bytes: bytes.to_vec(),
            });
        } else {
            found.passed.push(inner);
        }
    }
}

/// The last part of an attachment's own name.
fn name(part: &MessagePart<'_>) -> String {
    let name = part.attachment_name().unwrap_or_default();
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    last.chars().take(200).collect()
}

/// A signed file in the words of a message, from its first line to the last of the signature.
fn pasted(found: &mut Gathered, shown: &str, text: &str) {
    const FIRST: &str = "paraphe: 1";
    const LAST: &str = "-----END SSH SIGNATURE-----";
    let text = text.replace("\r\n", "\n");
    let lines: Vec<&str> = text.lines().collect();
    let mut at = 0;
    while let Some(start) = lines[at..]
        .iter()
        .position(|line| *line == FIRST)
        .map(|start| at + start)
    {
        let Some(end) = lines[start..].iter().position(|line| line.trim() == LAST) else {
            return;
        };
        at = start + end + 1;
        if found.is_full(shown) {
            return;
        }
        found.candidates.push(Candidate {
            shown: shown.to_owned(),
            name: String::new(),
            bytes: (lines[start..at].join("\n") + "\n").into_bytes(),
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn opened(text: &str) -> Gathered {
        let mut found = Gathered::default();
        open(&mut found, "m.eml", text.replace('\n', "\r\n").as_bytes());
        found
    }

    fn shown(found: &Gathered) -> Vec<&str> {
        found
            .candidates
            .iter()
            .map(|candidate| candidate.shown.as_str())
            .collect()
    }

    const ATTACHED: &str = "From: a@example.org\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\
        Content-Type: text/plain\n\nBonjour\n--b\nContent-Type: application/yaml; name=\"../../regie.yaml\"\n\
        Content-Transfer-Encoding: base64\nContent-Disposition: attachment\n\ncGFyYXBoZTogMQo=\n--b\n\
        Content-Type: image/png; name=\"logo.png\"\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n--b--\n";

    #[test]
    fn attachments_are_found_and_others_passed_over() {
        let found = opened(ATTACHED);
        assert_eq!(shown(&found), ["m.eml › regie.yaml"]);
        assert_eq!(found.candidates[0].name, "regie.yaml");
        assert_eq!(found.candidates[0].bytes, b"paraphe: 1\n");
        assert_eq!(found.passed, ["m.eml › logo.png"]);
    }

    #[test]
    fn a_forwarded_message_is_opened_but_not_without_end() {
        let mut message = ATTACHED.to_owned();
        for _ in 0..3 {
            message = format!(
                "From: b@example.org\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=c{n}\n\n--c{n}\n\
                 Content-Type: message/rfc822\n\n{message}\n--c{n}--\n",
                n = message.len()
            );
        }
        assert_eq!(opened(&message).candidates.len(), 1);
        let mut deep = "x".to_owned();
        for n in 0..2000 {
            deep = format!("Content-Type: message/rfc822; x={n}\n\n{deep}");
        }
        assert!(opened(&deep).candidates.is_empty());
    }

    #[test]
    fn a_pasted_signature_is_cut_out() {
        let found = opened(
            "From: a@example.org\n\nBonjour,\n\nparaphe: 1\naction: \"sign\"\nsignature: |\n  -----BEGIN SSH SIGNATURE-----\n  \
             x\n  -----END SSH SIGNATURE-----\n\nCordialement\n",
        );
        assert_eq!(shown(&found), ["m.eml"]);
        let text = String::from_utf8(found.candidates[0].bytes.clone()).unwrap();
        assert!(text.starts_with("paraphe: 1\n") && text.ends_with("  -----END SSH SIGNATURE-----\n"));
    }

    #[test]
    fn only_messages_look_like_one() {
        assert!(looks_like_one(b"Return-Path: <x>\r\n"));
        assert!(!looks_like_one(b"paraphe: 1\n") && !looks_like_one(b"date\n") && !looks_like_one(b""));
    }

    proptest::proptest! {
        #[test]
        fn nothing_that_is_sent_stops_the_program(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..600)) {
            let mut message = b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n".to_vec();
            message.extend(bytes);
            open(&mut Gathered::default(), "m", &message);
        }
    }
}
