// Boost.JSON is used header-only; its definitions live here.
#include <boost/json/src.hpp>
