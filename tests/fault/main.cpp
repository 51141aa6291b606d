#define BOOST_TEST_MODULE backorder_fault
#include <boost/test/unit_test.hpp>
