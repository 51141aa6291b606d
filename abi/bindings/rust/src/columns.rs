use crate::abi::TABLES;
use std::fmt;

/// A table of an answer; see [`crate::tables`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Table(pub(crate) u32);

impl Table {
    /// The table of that name in the JSON interface.
    pub fn named(name: &str) -> Option<Table> {
        TABLES.iter().position(|(known, _)| *known == name).map(|at| Table(at as u32 + 1))
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(TABLES[self.0 as usize - 1].0)
    }
}

/// A column of 64-bit integers.
#[derive(Clone, Copy, Debug)]
pub struct IntegerColumn(pub(crate) u32);

/// A column of what is so or not.
#[derive(Clone, Copy, Debug)]
pub struct FlagColumn(pub(crate) u32);

/// A column of texts.
#[derive(Clone, Copy, Debug)]
pub struct TextColumn(pub(crate) u32);

/// A column of JSON.
#[derive(Clone, Copy, Debug)]
pub struct JsonColumn(pub(crate) u32);

#[derive(Clone, Copy)]
pub(crate) enum Kind {
    Integer,
    Flag,
    Text,
    Json,
}
