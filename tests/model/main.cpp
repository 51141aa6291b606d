#define BOOST_TEST_MODULE backorder_model
#include <boost/test/unit_test.hpp>
