#pragma once
// The database of this test process: made empty beside BACKORDER_TEST_DATABASE, dropped at the end.

#include <backorder/backorder.h>

#include <string>
#include <string_view>

namespace backorder::test {

/// Where this process's database is, for the role the library uses.
const std::string& database();

/// The library on that database, its tables installed.
bo_backorder* library();

/// Runs statements behind the library's back, as the server's superuser and in the library's schema: the first cell of
/// what the last one answers.
std::string ask_sql(const std::string& statements);

/// Waits until no transaction of another database is older than what was committed here: until then events are held
/// back.
void settle();

}  // namespace backorder::test
