#define BOOST_TEST_MODULE backorder_store
#include <boost/test/unit_test.hpp>
