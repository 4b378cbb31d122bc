//! The site on this machine while it is being written: a small server, and an eye on the project's files.
//!
//! The server is made for one reader on the loopback interface. It knows GET and HEAD, closes each connection after
//! one answer, and bounds everything that a stranger's page could send it: the size and time of a request, the number
//! of connections, the names it answers to (a foreign `Host` is DNS rebinding), the files it opens (never through a
//! link, never outside the output folder). The script that reloads pages is put in on the way out and is never
//! written.

mod answer;
mod files;
mod news;
mod page;
mod request;
mod watch;

pub use news::News;
pub use watch::{Signal, Watch};

use crate::locale::Catalogue;
use std::io;
use std::net::{IpAddr, SocketAddr, TcpListener};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// How many ports are tried, from the wanted one on.
const TRIES: u16 = 50;

/// How many connections are answered at once; open pages hold one each.
const CONNECTIONS: usize = 64;

/// A server that has its port.
#[derive(Debug)]
pub struct Server {
    listener: TcpListener,
    address: SocketAddr,
    host: String,
}

impl Server {
    /// Takes the first free port from `port` on, on the interface that `host` names.
    ///
    /// # Errors
    /// When the name is not known or no port is free.
    pub fn bind(host: &str, port: u16) -> io::Result<Self> {
        let mut last = io::Error::from(io::ErrorKind::AddrInUse);
        for port in (port..=u16::MAX).take(usize::from(TRIES)) {
            match TcpListener::bind((host.trim_matches(['[', ']']), port)) {
                Ok(listener) => {
                    let address = listener.local_addr()?;
                    return Ok(Self {
                        listener,
                        address,
                        host: host.to_owned(),
                    });
                }
                Err(error) if error.kind() == io::ErrorKind::AddrInUse => last = error,
                Err(error) => return Err(error),
            }
        }
        Err(last)
    }

    /// The port.
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// The address to open in a browser.
    pub fn url(&self) -> String {
        let host = match self.address.ip() {
            ip if ip.is_unspecified() || ip.is_loopback() && ip.is_ipv4() => "127.0.0.1".to_owned(),
            IpAddr::V6(ip) => format!("[{ip}]"),
            IpAddr::V4(ip) => ip.to_string(),
        };
        format!("http://{host}:{}/", self.port())
    }

    /// Answers requests for files of `folder`, for as long as the process runs; what the site has no page for is said in the
    /// words of `catalogue`.
    pub fn run(self, folder: PathBuf, news: Arc<News>, catalogue: Catalogue) {
        let site = Arc::new(answer::Site {
            folder,
            host: self.host,
            news,
            catalogue,
        });
        let open = Arc::new(AtomicUsize::new(0));
        for stream in self.listener.incoming() {
            let Ok(stream) = stream else { continue };
            let held = Held::new(&open);
            if open.load(Ordering::Relaxed) > CONNECTIONS {
                continue;
            }
            let site = site.clone();
            let answer = move || {
                let _held = held;
                // That a reader went away is nobody's fault.
                let _ = answer::answer(stream, &site);
            };
            let _ = std::thread::Builder::new().stack_size(256 * 1024).spawn(answer);
        }
    }
}

/// One of the connections that are counted.
struct Held(Arc<AtomicUsize>);

impl Held {
    fn new(open: &Arc<AtomicUsize>) -> Self {
        open.fetch_add(1, Ordering::Relaxed);
        Self(open.clone())
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}
