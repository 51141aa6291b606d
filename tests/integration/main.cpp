#define BOOST_TEST_MODULE backorder_integration
#include <boost/test/unit_test.hpp>
