#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| properties::git_output::holds(data));
