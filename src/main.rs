//! The process: arguments in, an exit status out.

/// Every page and every record is made of many small pieces, on all cores at once: the system's own allocator takes a
/// twentieth of a large build.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    paraphe::cli::run(std::env::args_os())
}
