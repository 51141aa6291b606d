#define BOOST_TEST_MODULE backorder_history
#include <boost/test/unit_test.hpp>
