use crate::abi::{Functions, Status, MAJOR, MINOR};
use crate::json::object;
use crate::Error;
use std::ffi::{CStr, CString};
use std::os::raw::{c_char, c_int, c_void};
use std::sync::Mutex;

const DEFAULT: &str = "libbackorder.so.1";
const RTLD_NOW: c_int = 2;

extern "C" {
    fn dlopen(path: *const c_char, flags: c_int) -> *mut c_void;
    fn dlsym(library: *mut c_void, name: *const c_char) -> *mut c_void;
    fn dlerror() -> *const c_char;
}

/// The loaded library, once its version is known to fit.
pub(crate) struct Library {
    path: String,
    pub functions: Functions,
}

static LOADED: Mutex<Vec<&'static Library>> = Mutex::new(Vec::new());

impl Library {
    /// The library at that path, of the environment's BACKORDER_LIBRARY, or as the system finds it. It is never unloaded.
    pub fn load(path: &str) -> Result<&'static Library, Error> {
        let path = match path {
            "" => std::env::var("BACKORDER_LIBRARY").unwrap_or_else(|_| DEFAULT.to_owned()),
            path => path.to_owned(),
        };
        let mut loaded = LOADED.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        if let Some(library) = loaded.iter().find(|library| library.path == path) {
            return Ok(library);
        }
        let functions = read(&path)?;
        let library = Box::leak(Box::new(Library { path, functions }));
        loaded.push(library);
        Ok(library)
    }
}

/// Copies a NUL-terminated text.
///
/// # Safety
/// text is NULL or such a text.
pub(crate) unsafe fn text_at(text: *const c_char) -> String {
    if text.is_null() {
        return String::new();
    }
    CStr::from_ptr(text).to_string_lossy().into_owned()
}

fn unfit(path: &str, why: &str, found: &str) -> Error {
    let details = object(vec![
        ("library", Some(path.into())),
        ("needed", Some(format!("{MAJOR}.{MINOR}").as_str().into())),
        ("found", Some(found.into())),
    ]);
    Error::refusal(Status::ABI_VERSION, format!("{path}: {why}"), vec![details])
}

fn read(path: &str) -> Result<Functions, Error> {
    let name = CString::new(path).map_err(|_| unfit(path, "is no path", ""))?;
    // SAFETY: what is found under the header's names in a library that tells the header's version has the header's types.
    unsafe {
        let shared = dlopen(name.as_ptr(), RTLD_NOW);
        if shared.is_null() {
            return Err(unfit(path, &format!("cannot be loaded: {}", text_at(dlerror())), ""));
        }
        let find = |name: &str| {
            let found = dlsym(shared, name.as_ptr().cast());
            let missing = || unfit(path, &format!("is not libbackorder: it has no {}", name.trim_end_matches('\0')), "");
            if found.is_null() { Err(missing()) } else { Ok(found) }
        };
        require_version(path, find("bo_get_api\0")?, find("bo_version\0")?)?;
        Functions::found(find)
    }
}

unsafe fn require_version(path: &str, get_api: *mut c_void, version: *mut c_void) -> Result<(), Error> {
    let get_api: unsafe extern "C" fn(u32, u32, *mut *const c_void) -> i32 = std::mem::transmute(get_api);
    let version: unsafe extern "C" fn() -> *const c_char = std::mem::transmute(version);
    let mut api = std::ptr::null();
    if Status(get_api(MAJOR, MINOR, &mut api)) == Status::OK {
        return Ok(());
    }
    let found = text_at(version());
    let why = format!("is version {found}, this crate needs {MAJOR}.{MINOR} or a later one of {MAJOR}.x");
    Err(unfit(path, &why, &found))
}
