use crate::abi::{bo_backorder, bo_call, bo_error, bo_result, Poll, Status};
use crate::call::milliseconds;
use crate::library::Library;
use crate::{Answer, Call, Error, Json};
use std::ptr::null_mut;
use std::time::Duration;

/// What a handle is opened with.
#[derive(Clone, Debug)]
pub struct Config {
    members: Vec<(String, Json)>,
    library: String,
}

impl Config {
    /// database: a connection string or URL of libpq.
    pub fn new(database: &str) -> Config {
        Config { members: vec![("database".to_owned(), database.into())], library: String::new() }
    }

    /// schema, migrate, pool_size, lanes, default_timeout_ms, ... as bo_open lists them.
    pub fn set(mut self, name: &str, value: impl Into<Json>) -> Config {
        self.members.push((name.to_owned(), value.into()));
        self
    }

    /// The path of libbackorder.so.1, else the environment's BACKORDER_LIBRARY, else where the system finds it.
    pub fn library(mut self, path: &str) -> Config {
        self.library = path.to_owned();
        self
    }
}

/// An open handle: one pool of connections to one database, for any number of threads. Dropping it closes it.
pub struct Backorder {
    library: &'static Library,
    pointer: *mut bo_backorder,
}

// SAFETY: the header lets any thread use a handle.
unsafe impl Send for Backorder {}
unsafe impl Sync for Backorder {}

impl Backorder {
    pub fn open(config: &Config) -> Result<Backorder, Error> {
        let library = Library::load(&config.library)?;
        let text = Json::Object(config.members.clone()).to_string();
        let (mut pointer, mut error) = (null_mut(), null_mut());
        // SAFETY: the text and both places outlive the call.
        let status = Status(unsafe { (library.functions.open)(text.as_ptr().cast(), text.len(), &mut pointer, &mut error) });
        if status == Status::OK {
            Ok(Backorder { library, pointer })
        } else {
            Err(Error::take(library, status, error, None))
        }
    }

    /// Ends calls in flight and the handle, before it is dropped and while others may still be using it: they are refused with CLOSED.
    pub fn close(&self) -> Result<(), Error> {
        // SAFETY: the library tells a handle that is closed.
        match Status(unsafe { (self.library.functions.close)(self.pointer) }) {
            Status::OK => Ok(()),
            status => Err(Error::take(self.library, status, null_mut(), None)),
        }
    }

    /// Installs or updates the tables. Answers table schema.
    pub fn migrate(&self, timeout: Duration) -> Result<Answer, Error> {
        // SAFETY: both places outlive the call.
        self.answered(|result, error| unsafe { (self.library.functions.migrate)(self.pointer, milliseconds(timeout), result, error) })
    }

    /// What the library would have logged since the last time. Answers table log.
    pub fn logs(&self) -> Result<Answer, Error> {
        // SAFETY: both places outlive the call.
        self.answered(|result, error| unsafe { (self.library.functions.logs)(self.pointer, result, error) })
    }

    /// A descriptor that becomes readable when there are events or logs to pull. The library's own: only poll it.
    pub fn poll_fd(&self, what: Poll) -> Result<i32, Error> {
        let (mut fd, mut error) = (-1, null_mut());
        // SAFETY: both places outlive the call.
        match Status(unsafe { (self.library.functions.poll_fd)(self.pointer, what.0, &mut fd, &mut error) }) {
            Status::OK => Ok(fd),
            status => Err(Error::take(self.library, status, error, None)),
        }
    }

    pub(crate) fn run(&self, call: &Call, ask: impl FnOnce(&Question) -> i32) -> Result<Answer, Error> {
        let call = call.packed();
        self.answered(|result, error| ask(&Question { library: self.library, handle: self.pointer, call: &call, result, error }))
    }

    fn answered(&self, ask: impl FnOnce(*mut *mut bo_result, *mut *mut bo_error) -> i32) -> Result<Answer, Error> {
        let (mut result, mut error) = (null_mut(), null_mut());
        let status = Status(ask(&mut result, &mut error));
        Answer::of(self.library, status, result, error)
    }
}

impl Drop for Backorder {
    fn drop(&mut self) {
        // SAFETY: the library tells a handle that is closed already.
        unsafe { (self.library.functions.close)(self.pointer) };
    }
}

/// A call under way: what it is asked with and where its answer goes.
pub(crate) struct Question {
    pub library: &'static Library,
    pub handle: *mut bo_backorder,
    pub call: *const bo_call,
    pub result: *mut *mut bo_result,
    pub error: *mut *mut bo_error,
}
