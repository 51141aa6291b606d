#define BOOST_TEST_MODULE backorder_kill
#include <boost/test/unit_test.hpp>
