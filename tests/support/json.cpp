// Boost.JSON's definitions, once for the whole executable.
#include <boost/json/src.hpp>
