#define BOOST_TEST_MODULE backorder_store
#include <boost/test/unit_test.hpp>

// libpqxx 6.4.5 loses the PGresult of a statement during which the connection was lost: it asks for the encoding first.
extern "C" const char* __lsan_default_suppressions() { return "leak:libpqxx-6.4\n"; }
