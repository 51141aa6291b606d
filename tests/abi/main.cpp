#define BOOST_TEST_MODULE backorder_abi
#include <boost/test/unit_test.hpp>
