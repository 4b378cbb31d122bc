//! The process: arguments in, an exit status out.

fn main() -> std::process::ExitCode {
    paraphe::cli::run(std::env::args_os())
}
