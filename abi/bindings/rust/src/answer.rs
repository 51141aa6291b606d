use crate::abi::{bo_error, bo_result, Status, TABLES};
use crate::columns::Kind;
use crate::library::{text_at, Library};
use crate::{Error, FlagColumn, IntegerColumn, Json, JsonColumn, Table, TextColumn};
use std::fmt;
use std::slice;

/// One answer: tables of columns, read a column at a time. Dropping it frees the library's memory.
pub struct Answer {
    /// OK, or SOME_REFUSED where some items of a batch were: their outcomes are in its table.
    pub status: Status,
    library: &'static Library,
    pointer: *mut bo_result,
}

// SAFETY: what takes &self only reads.
unsafe impl Send for Answer {}
unsafe impl Sync for Answer {}

impl Answer {
    /// An answer, or what went wrong. A batch of which some items were done is an answer.
    pub(crate) fn of(library: &'static Library, status: Status, result: *mut bo_result, error: *mut bo_error) -> Result<Answer, Error> {
        let given = (!result.is_null()).then(|| Answer { status, library, pointer: result });
        match given {
            Some(answer) if status == Status::OK || status == Status::SOME_REFUSED => {
                // SAFETY: the error is the library's, and nobody's after this.
                unsafe { (library.functions.error_free)(error) };
                Ok(answer)
            }
            given => Err(Error::take(library, status, error, given)),
        }
    }

    /// Whether this is the first answer given again to a repeated call.
    pub fn replayed(&self) -> bool {
        // SAFETY: the result lives as long as self.
        unsafe { (self.library.functions.result_replayed)(self.pointer) == 1 }
    }

    /// The tables that have rows here.
    pub fn tables(&self) -> Vec<Table> {
        (1..=TABLES.len() as u32).map(Table).filter(|table| self.count(*table) > 0).collect()
    }

    /// Rows of a table; 0 if the answer has none such.
    pub fn count(&self, table: Table) -> usize {
        // SAFETY: the result lives as long as self.
        unsafe { (self.library.functions.result_rows)(self.pointer, table.0) }
    }

    /// One integer a row, where the library has them.
    pub fn integers(&self, column: IntegerColumn) -> &[i64] {
        // SAFETY: a column has as many values as its table has rows, and lives as long as self.
        unsafe {
            let values = (self.library.functions.result_int64)(self.pointer, column.0);
            let rows = self.count(Table(column.0 >> 8));
            if values.is_null() || rows == 0 { &[] } else { slice::from_raw_parts(values, rows) }
        }
    }

    /// One flag a row.
    pub fn flags(&self, column: FlagColumn) -> Vec<bool> {
        self.integers(IntegerColumn(column.0)).iter().map(|value| *value != 0).collect()
    }

    /// One text a row, where the library has them.
    pub fn texts(&self, column: TextColumn) -> Vec<&str> {
        let rows = self.count(Table(column.0 >> 8));
        // SAFETY: a column has one offset more than its table has rows, the last tells its bytes; all live as long as self.
        let (bytes, bounds): (&[u8], &[u64]) = unsafe {
            let mut offsets = std::ptr::null();
            let bytes = (self.library.functions.result_text)(self.pointer, column.0, &mut offsets);
            if bytes.is_null() || rows == 0 {
                return Vec::new();
            }
            let bounds = slice::from_raw_parts(offsets, rows + 1);
            (slice::from_raw_parts(bytes.cast(), bounds[rows] as usize), bounds)
        };
        let text = |pair: &[u64]| std::str::from_utf8(&bytes[pair[0] as usize..pair[1] as usize]).unwrap_or_default();
        bounds.windows(2).map(text).collect()
    }

    /// What one JSON text a row holds; null where it is empty.
    pub fn json(&self, column: JsonColumn) -> Vec<Json> {
        self.texts(TextColumn(column.0)).into_iter().map(|text| Json::parse(text).unwrap_or(Json::Null)).collect()
    }

    /// A table as one object a row.
    pub fn rows(&self, table: Table) -> Vec<Json> {
        let (_, columns) = TABLES[table.0 as usize - 1];
        let mut rows = vec![Vec::new(); self.count(table)];
        for (name, number, kind) in columns {
            let values: Vec<Json> = match kind {
                Kind::Integer => self.integers(IntegerColumn(*number)).iter().map(|value| Json::Integer(*value)).collect(),
                Kind::Flag => self.flags(FlagColumn(*number)).into_iter().map(Json::Bool).collect(),
                Kind::Text => self.texts(TextColumn(*number)).into_iter().map(Json::from).collect(),
                Kind::Json => self.json(JsonColumn(*number)),
            };
            for (row, value) in rows.iter_mut().zip(values) {
                row.push((name.to_string(), value));
            }
        }
        rows.into_iter().map(Json::Object).collect()
    }

    /// The whole answer as the JSON interface gives it.
    pub fn whole(&mut self) -> String {
        // SAFETY: the result lives as long as self, and nobody else reads it meanwhile.
        unsafe { text_at((self.library.functions.result_json)(self.pointer, std::ptr::null_mut())) }
    }
}

impl Drop for Answer {
    fn drop(&mut self) {
        // SAFETY: nobody borrows from it any more.
        unsafe { (self.library.functions.result_free)(self.pointer) }
    }
}

impl fmt::Debug for Answer {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let held: Vec<String> = self.tables().iter().map(|table| format!("{table} {}", self.count(*table))).collect();
        write!(f, "Answer({:?}: {})", self.status, held.join(", "))
    }
}
