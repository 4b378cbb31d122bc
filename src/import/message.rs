//! Messages: their attachments, and what was pasted into them.

use super::{Candidate, Gathered, looks_signed, pasted};
use crate::review::private_key;
use mail_parser::decoders::html::html_to_text;
use mail_parser::mailbox::mbox::MessageIterator;
use mail_parser::{Message, MessageParser, MessagePart, MimeHeaders as _, PartType};
use std::borrow::Cow;

/// How many parts of one message are looked at.
const PART_LIMIT: usize = 1000;

/// How deep messages may lie in one another.
const DEPTH: usize = 4;

/// Names of headers that only messages have.
const HEADERS: [&str; 6] = [
    "received",
    "return-path",
    "delivered-to",
    "from",
    "message-id",
    "mime-version",
];

/// How many lines of headers are looked at.
const HEADER_LINES: usize = 500;

/// How each message of a mailbox file starts.
const MAILBOX: &[u8] = b"From ";

/// Whether a file without the ending of a message is one, or a whole mailbox: one of the headers that it starts with is one
/// that only messages have.
pub fn looks_like_one(bytes: &[u8]) -> bool {
    if bytes.starts_with(MAILBOX) {
        return true;
    }
    // Lines after that may say anything.
    if bytes.starts_with(b"paraphe:") {
        return false;
    }
    let lines = bytes.split(|byte| *byte == b'\n').take(HEADER_LINES);
    for (at, line) in lines.enumerate() {
        if at > 0 && matches!(line, [b' ' | b'\t', ..]) {
            continue;
        }
        let Some(end) = line.iter().position(|byte| *byte == b':') else {
            return false;
        };
        let name = &line[..end];
        if name.is_empty() || !name.iter().all(u8::is_ascii_graphic) {
            return false;
        }
        if HEADERS
            .iter()
            .any(|header| name.eq_ignore_ascii_case(header.as_bytes()))
        {
            return true;
        }
    }
    false
}

/// Finds the signed files in a message, in those that lie in it too, and in every message of a mailbox.
pub fn open(found: &mut Gathered, shown: &str, bytes: &[u8]) {
    if !bytes.starts_with(MAILBOX) {
        return open_one(found, shown, bytes);
    }
    for message in MessageIterator::new(bytes).map_while(Result::ok) {
        if found.is_full(shown) {
            return;
        }
        open_one(found, shown, message.contents());
    }
}

fn open_one(found: &mut Gathered, shown: &str, bytes: &[u8]) {
    match MessageParser::default().parse(bytes) {
        Some(message) => look(found, shown, &message, DEPTH),
        None => found.passed.push(shown.to_owned()),
    }
}

fn look(found: &mut Gathered, shown: &str, message: &Message<'_>, depth: usize) {
    let mut said = false;
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
                look_for_a_key(found, &inner, text.as_bytes());
                said |= take_pasted(found, &inner, text);
                continue;
            }
            PartType::Html(html) if name.is_empty() => {
                let text = html_to_text(&with_breaks(html));
                look_for_a_key(found, &inner, text.as_bytes());
                // A message written twice says the same in HTML.
                if !said {
                    take_pasted(found, &inner, &text);
                }
                continue;
            }
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
            look_for_a_key(found, &inner, bytes);
            found.passed.push(inner);
        }
    }
}

/// Tells of a private key in what is no signed file: whoever sent it has given it away. It is told once of each part.
pub fn look_for_a_key(found: &mut Gathered, shown: &str, bytes: &[u8]) {
    if let Some(fault) = private_key(shown, bytes, false)
        && !found
            .faults
            .iter()
            .any(|known| known.code == fault.code && known.place.path == shown)
    {
        found.faults.push(fault);
    }
}

/// The last part of an attachment's own name.
fn name(part: &MessagePart<'_>) -> String {
    let name = part.attachment_name().unwrap_or_default();
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    last.chars().take(200).collect()
}

/// HTML in which the lines of `<pre>` end as all others do.
fn with_breaks(html: &str) -> Cow<'_, str> {
    if !html.contains("<pre") {
        return Cow::Borrowed(html);
    }
    let mut out = String::with_capacity(html.len() * 2);
    for (at, part) in html.split("<pre").enumerate() {
        let end = part.find("</pre").filter(|_| at > 0).unwrap_or(0);
        if at > 0 {
            out.push_str("<pre");
        }
        out.push_str(&part[..end].replace('\n', "<br>\n"));
        out.push_str(&part[end..]);
    }
    Cow::Owned(out)
}

/// Takes the signed files in the words of a message; whether there were any.
fn take_pasted(found: &mut Gathered, shown: &str, text: &str) -> bool {
    let mut any = false;
    for bytes in pasted::find(text) {
        any = true;
        if found.is_full(shown) {
            break;
        }
        found.candidates.push(Candidate {
            shown: shown.to_owned(),
            name: String::new(),
            bytes,
        });
    }
    any
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
        assert!(looks_like_one(
            b"Content-Type: text/plain;\r\n charset=utf-8\r\nFrom: <x>\r\n"
        ));
        assert!(looks_like_one(b"From a@example.org Mon Nov 23 00:00:00 2026\r\n"));
        assert!(!looks_like_one(b"Content-Type: text/plain\r\n\r\nFrom: <x>\r\n"));
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
