//! A tree as one list of steps: templates have no recursion, so each step says where lists open and close around it.

/// A node of the tree, in the order of reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// Which node it is.
    pub at: usize,
    /// 1 when a list opens before it, else 0.
    pub opens: usize,
    /// How many items close after it; after the last step, how many lists do.
    pub closes: usize,
}

/// The nodes below `root`, each before its own children; at most `most`.
///
/// `children` gives those of a node. A circle, which is an error elsewhere, ends here with `most`.
pub fn steps<'c>(children: impl Fn(usize) -> &'c [usize], root: usize, most: usize) -> Vec<Step> {
    let mut out: Vec<Step> = Vec::new();
    let mut waiting: Vec<(usize, usize)> = Vec::new();
    let push = |waiting: &mut Vec<(usize, usize)>, of: usize, depth: usize| {
        waiting.extend(children(of).iter().rev().map(|child| (*child, depth)));
    };
    push(&mut waiting, root, 1);
    let mut before = 0;
    while let Some((at, depth)) = waiting.pop().filter(|_| out.len() < most) {
        if let Some(last) = out.last_mut() {
            last.closes = (before + 1_usize).saturating_sub(depth).min(before);
        }
        out.push(Step {
            at,
            opens: usize::from(depth > before),
            closes: 0,
        });
        before = depth;
        push(&mut waiting, at, depth + 1);
    }
    if let Some(last) = out.last_mut() {
        last.closes = before;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The list as the templates write it, `(` and `)` for lists, `[` and `]` for items.
    fn written(children: &[&[usize]], root: usize, most: usize) -> String {
        let steps = steps(|at| children[at], root, most);
        let mut out = String::new();
        for (number, step) in steps.iter().enumerate() {
            out.push_str(&"(".repeat(step.opens));
            out.push_str(&format!("[{}", step.at));
            let last = number + 1 == steps.len();
            let ends = if last {
                "])".repeat(step.closes)
            } else if step.closes > 0 {
                format!("]{}", ")]".repeat(step.closes - 1))
            } else {
                String::new()
            };
            out.push_str(&ends);
        }
        out
    }

    #[test]
    fn lists_and_items_open_and_close_in_pairs() {
        // 0 is the charter; 1 and 4 adapt it, 2 and 3 adapt 1, 5 adapts 3.
        let tree: [&[usize]; 6] = [&[1, 4], &[2, 3], &[], &[5], &[], &[]];
        assert_eq!(written(&tree, 0, 9), "([1([2][3([5])])][4])");
        assert_eq!(written(&tree, 1, 9), "([2][3([5])])");
        assert_eq!(written(&tree, 3, 9), "([5])");
        assert_eq!(written(&tree, 5, 9), "");
    }

    #[test]
    fn a_cut_list_closes_all_the_same() {
        let tree: [&[usize]; 6] = [&[1, 4], &[2, 3], &[], &[5], &[], &[]];
        assert_eq!(written(&tree, 0, 0), "");
        assert_eq!(written(&tree, 0, 1), "([1])");
        assert_eq!(written(&tree, 0, 2), "([1([2])])");
        assert_eq!(written(&tree, 0, 4), "([1([2][3([5])])])");
    }

    #[test]
    fn a_circle_ends() {
        let tree: [&[usize]; 3] = [&[1], &[2], &[1]];
        assert_eq!(written(&tree, 0, 3), "([1([2([1])])])");
    }
}
