use crate::abi::{bo_error, Retry, Status};
use crate::library::{text_at, Library};
use crate::{Answer, Json};
use std::fmt;

/// A call that was refused or failed.
#[derive(Debug)]
pub struct Error {
    pub status: Status,
    pub message: String,
    /// Whether and how to repeat it.
    pub retry: Retry,
    /// The database's code, or empty.
    pub sqlstate: String,
    /// An object for each thing it is about: line, warehouse, asked, available, gate, field, ...
    pub details: Vec<Json>,
    /// Of a batch: the outcome of every item.
    pub answer: Option<Box<Answer>>,
}

/// What kind of a status it is: its hundreds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The caller's mistake; a library that is missing or of another version.
    Caller,
    /// The domain says no.
    Refused,
    /// Database, time or memory.
    Environment,
    /// Whether it was done is not known: repeat it with the same key.
    InDoubt,
    /// A fault of the library.
    Internal,
}

impl Error {
    pub fn kind(&self) -> Kind {
        match self.status.0 / 100 {
            1 => Kind::Caller,
            2 => Kind::Refused,
            3 => Kind::Environment,
            4 => Kind::InDoubt,
            _ => Kind::Internal,
        }
    }

    /// An error of this crate, in the library's words.
    pub(crate) fn refusal(status: Status, message: impl Into<String>, details: Vec<Json>) -> Error {
        Error { status, message: message.into(), retry: Retry::NO, sqlstate: String::new(), details, answer: None }
    }

    /// Reads an error of the library and frees it.
    pub(crate) fn take(library: &Library, status: Status, error: *mut bo_error, answer: Option<Answer>) -> Error {
        let answer = answer.map(Box::new);
        let functions = &library.functions;
        // SAFETY: error is NULL or the library's, and nobody's after this; its texts are copied before it is freed.
        unsafe {
            if error.is_null() {
                let message = text_at((functions.status_name)(status.0));
                return Error { answer, ..Error::refusal(status, message, Vec::new()) };
            }
            let said = Json::parse(&text_at((functions.error_json)(error))).unwrap_or(Json::Null);
            let made = Error {
                status,
                message: text_at((functions.error_message)(error)),
                retry: Retry((functions.error_retry)(error)),
                sqlstate: text_at((functions.error_sqlstate)(error)),
                details: said.get("details").list().to_vec(),
                answer,
            };
            (functions.error_free)(error);
            made
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{:?}: {}", self.status, self.message)
    }
}

impl std::error::Error for Error {}

macro_rules! debug_by_name {
    ($($name:ident)*) => {$(
        impl fmt::Debug for crate::abi::$name {
            fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
                if self.name().is_empty() { write!(f, "{}({})", stringify!($name), self.0) } else { write!(f, "{}", self.name()) }
            }
        }
    )*};
}
debug_by_name!(Status Retry Role Permission Poll);
