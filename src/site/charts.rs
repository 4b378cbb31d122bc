//! Charts, as the theme's component `chart` draws them: where things lie and what their tables say.
//!
//! Lengths are whole numbers, in the units of each chart's view box.

use crate::identifier::Date;
use serde::Serialize;

/// A line that climbs by a step for each day on which something was added.
#[derive(Debug, Serialize)]
pub struct StepsValue {
    /// The chart's width.
    pub width: u32,
    /// The chart's height.
    pub height: u32,
    /// The left, upper, right and lower edge of the part with the line.
    pub plot: [u32; 4],
    /// The data of the line's SVG path.
    pub line: String,
    /// The data of the path around the area below the line.
    pub area: String,
    /// Where the line ends.
    pub end: (u32, u32),
    /// How many there are at the end.
    pub total: usize,
    /// Dates below the chart.
    pub dates: Vec<TickValue>,
    /// Numbers beside the chart.
    pub numbers: Vec<TickValue>,
    /// The same as a table, the newest first.
    pub rows: Vec<PeriodValue>,
}

/// A mark on an axis.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct TickValue {
    /// Its distance from the chart's left or upper edge.
    pub at: u32,
    /// Its words.
    pub label: String,
}

/// What was added in a month or a year.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct PeriodValue {
    /// The month or the year in words.
    pub label: String,
    /// How many were added.
    pub added: usize,
    /// How many there were at its end.
    pub total: usize,
}

/// A line of a table with a bar.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct BarValue {
    /// What is counted.
    pub label: String,
    /// Its page.
    pub address: Option<String>,
    /// How many.
    pub count: usize,
    /// The length of the bar, 0 to 1000.
    pub length: usize,
}

/// A bar that is divided by shares.
#[derive(Debug, Serialize)]
pub struct SharesValue {
    /// The sum.
    pub total: usize,
    /// The parts, from left to right.
    pub parts: Vec<ShareValue>,
}

/// A part of a whole.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct ShareValue {
    /// What it is.
    pub label: String,
    /// How many.
    pub count: usize,
    /// The share in percent, rounded.
    pub percent: usize,
    /// Where it starts, 0 to 1000.
    pub start: usize,
    /// How long it is, 0 to 1000.
    pub length: usize,
}

const WIDTH: u32 = 720;
const HEIGHT: u32 = 340;
const TOP: u32 = 24;
const RIGHT: u32 = 696;
const BOTTOM: u32 = 304;

/// The room that the longest label below the chart takes, on a telephone.
const LABEL: u32 = 190;

/// The number of months that a table lists before it goes by year.
const MONTHS: i32 = 36;

/// The chart of what was added on those days; none without any.
///
/// `month` puts a year and a month (1 to 12) into words, `written` writes a number.
pub fn steps(
    mut days: Vec<Date>,
    month: impl Fn(i16, i8) -> String,
    written: impl Fn(usize) -> String,
) -> Option<StepsValue> {
    days.sort_unstable();
    let (first, last) = (*days.first()?, *days.last()?);
    let total = days.len();
    let top = nice(total);
    // On a telephone, letters are twice as large in the chart's own units.
    let left = 16 + 14 * written(top).chars().count() as u32;
    let start = first.days();
    let span = u64::from((last.days() - start).max(1).unsigned_abs());
    let x = |date: Date| {
        let along = u64::from((date.days() - start).unsigned_abs());
        left + (u64::from(RIGHT - left) * along / span) as u32
    };
    let y = |count: usize| BOTTOM - (u64::from(BOTTOM - TOP) * count as u64 / top.max(1) as u64) as u32;

    // One corner for each column of the picture is all that can be seen.
    let mut corners: Vec<(u32, u32)> = Vec::new();
    for (at, day) in days.iter().enumerate() {
        let corner = (x(*day), y(at + 1));
        match corners.last_mut().filter(|before| before.0 == corner.0) {
            Some(before) => *before = corner,
            None => corners.push(corner),
        }
    }
    let mut line = format!("M{left} {BOTTOM}");
    for (across, up) in corners {
        line.push_str(&format!("H{across}V{up}"));
    }
    line.push_str(&format!("H{RIGHT}"));
    Some(StepsValue {
        width: WIDTH,
        height: HEIGHT,
        plot: [left, TOP, RIGHT, BOTTOM],
        area: format!("{line}V{BOTTOM}z"),
        line,
        end: (RIGHT, y(total)),
        total,
        dates: dates(first, last, x, &month),
        numbers: numbers(top)
            .into_iter()
            .map(|number| TickValue {
                at: y(number),
                label: written(number),
            })
            .collect(),
        rows: periods(&days, &month),
    })
}

/// First days of months, at most seven, evenly spaced, as far as their labels have room.
fn dates(
    first: Date,
    last: Date,
    x: impl Fn(Date) -> u32,
    month: &impl Fn(i16, i8) -> String,
) -> Vec<TickValue> {
    let (start, end) = (months(first), months(last));
    let step = [1, 2, 3, 6, 12, 24, 60, 120, 600]
        .into_iter()
        .find(|step| (end - start) / step <= 6)
        .unwrap_or((end - start) / 6 / 12 * 12 + 12);
    let mut ticks = Vec::new();
    let mut at = start.div_euclid(step) * step;
    while at <= end {
        let (year, number) = ((at.div_euclid(12)) as i16, (at.rem_euclid(12) + 1) as i8);
        let day = Date::parse(&format!("{year:04}-{number:02}-01"));
        if let Some(day) = day.ok().filter(|day| (first..=last).contains(day)) {
            let label = if step % 12 == 0 {
                year.to_string()
            } else {
                month(year, number)
            };
            ticks.push(TickValue { at: x(day), label });
        }
        at += step;
    }
    // A label stands to the right of its tick, and must not run out of the chart.
    if ticks.len() > 1 && ticks.last().is_some_and(|tick| tick.at + LABEL > WIDTH) {
        ticks.pop();
    }
    if ticks.is_empty() {
        let (year, number, _) = first.parts();
        ticks.push(TickValue {
            at: x(first),
            label: month(year, number),
        });
    }
    ticks
}

/// The months since the beginning of the calendar.
fn months(date: Date) -> i32 {
    let (year, month, _) = date.parts();
    i32::from(year) * 12 + i32::from(month) - 1
}

/// The table: by month, or by year when there are many months.
fn periods(days: &[Date], month: &impl Fn(i16, i8) -> String) -> Vec<PeriodValue> {
    let by_year = match days {
        [first, .., last] => months(*last) - months(*first) >= MONTHS,
        _ => false,
    };
    let period = |date: &Date| {
        let (year, number, _) = date.parts();
        (year, if by_year { 0 } else { number })
    };
    let mut rows = Vec::new();
    let mut total = 0;
    for chunk in days.chunk_by(|a, b| period(a) == period(b)) {
        let (year, number) = chunk.first().map(period).unwrap_or_default();
        total += chunk.len();
        rows.push(PeriodValue {
            label: if by_year {
                year.to_string()
            } else {
                month(year, number)
            },
            added: chunk.len(),
            total,
        });
    }
    rows.reverse();
    rows
}

/// The smallest of 5, 10, 20, 50, 100, … that is at least `count`, or a fitting multiple.
fn nice(count: usize) -> usize {
    let mut unit = 1;
    loop {
        for factor in [5, 10, 15, 20, 25, 30, 40] {
            if factor * unit >= count {
                return factor * unit;
            }
        }
        unit *= 10;
    }
}

/// Five or fewer whole numbers from 0 to `top`.
fn numbers(top: usize) -> Vec<usize> {
    let parts = [5, 4, 3].into_iter().find(|parts| top.is_multiple_of(*parts));
    let step = top / parts.unwrap_or(1);
    (0..=top).step_by(step.max(1)).collect()
}

/// Bars for those counts; the longest is the whole width.
pub fn bars(rows: Vec<(String, Option<String>, usize)>) -> Vec<BarValue> {
    let most = rows.iter().map(|row| row.2).max().unwrap_or_default().max(1);
    let bar = |(label, address, count)| BarValue {
        label,
        address,
        count,
        length: share(count, most),
    };
    rows.into_iter().map(bar).collect()
}

/// Parts of a whole, which together fill the bar exactly; none when there is nothing.
pub fn shares(parts: Vec<(String, usize)>) -> Option<SharesValue> {
    let total: usize = parts.iter().map(|part| part.1).sum();
    if total == 0 {
        return None;
    }
    let mut before = 0;
    let value = |(label, count): (String, usize)| {
        let start = share(before, total);
        before += count;
        ShareValue {
            label,
            count,
            percent: (count * 100 + total / 2) / total,
            start,
            length: share(before, total) - start,
        }
    };
    let parts = parts.into_iter().map(value).collect();
    Some(SharesValue { total, parts })
}

/// How much of 1000 that part is.
fn share(part: usize, whole: usize) -> usize {
    part * 1000 / whole
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chart(days: &[&str]) -> StepsValue {
        let days = days.iter().map(|day| Date::parse(day).unwrap()).collect();
        steps(days, |year, month| format!("{month}/{year}"), |n| n.to_string()).unwrap()
    }

    #[test]
    fn steps_climb_to_the_right() {
        let chart = chart(&["2026-03-01", "2026-01-01", "2026-03-01", "2026-05-20"]);
        assert_eq!(chart.line, "M30 304H30V248H312V136H696V80H696");
        assert_eq!((chart.total, chart.end), (4, (696, 80)));
        let rows: Vec<(&str, usize, usize)> = chart
            .rows
            .iter()
            .map(|row| (row.label.as_str(), row.added, row.total))
            .collect();
        assert_eq!(rows, [("5/2026", 1, 4), ("3/2026", 2, 3), ("1/2026", 1, 1)]);
        let labels: Vec<&str> = chart.dates.iter().map(|tick| tick.label.as_str()).collect();
        // The last month begins too near the edge for its label.
        assert_eq!(labels, ["1/2026", "2/2026", "3/2026", "4/2026"]);
        let numbers: Vec<&str> = chart.numbers.iter().map(|tick| tick.label.as_str()).collect();
        assert_eq!(numbers, ["0", "1", "2", "3", "4", "5"]);
    }

    #[test]
    fn one_day_and_many_years_are_charts_too() {
        assert!(steps(Vec::new(), |_, _| String::new(), |_| String::new()).is_none());
        let one = chart(&["2026-01-15", "2026-01-15"]);
        assert_eq!((one.dates.len(), one.rows.len()), (1, 1));
        let many = chart(&["0001-01-01", "2026-01-15", "9999-12-31"]);
        assert!(many.dates.len() <= 7, "{:?}", many.dates);
        assert_eq!(many.rows.len(), 3);
        assert_eq!(many.rows[0].label, "9999");
        let some = chart(&["2020-02-29", "2026-01-15"]);
        assert_eq!(some.dates.first().unwrap().label, "2021");
    }

    #[test]
    fn numbers_are_round() {
        assert_eq!(
            [0, 1, 6, 11, 23, 51, 2000, 2001].map(nice),
            [5, 5, 10, 15, 25, 100, 2000, 2500]
        );
        for top in [5, 10, 15, 20, 25, 30, 40, 100, 250] {
            let numbers = numbers(top);
            assert!(numbers.len() <= 6 && numbers.last() == Some(&top), "{numbers:?}");
        }
    }

    #[test]
    fn parts_fill_the_whole() {
        let value = shares(vec![("a".into(), 1), ("b".into(), 1), ("c".into(), 1)]).unwrap();
        let lengths: Vec<(usize, usize)> = value.parts.iter().map(|part| (part.start, part.length)).collect();
        assert_eq!(lengths, [(0, 333), (333, 333), (666, 334)]);
        assert!(shares(vec![("a".into(), 0)]).is_none());
        let bars = bars(vec![("a".into(), None, 4), ("b".into(), None, 1)]);
        assert_eq!((bars[0].length, bars[1].length), (1000, 250));
    }
}
