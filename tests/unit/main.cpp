#define BOOST_TEST_MODULE backorder_unit
#include <boost/test/unit_test.hpp>
