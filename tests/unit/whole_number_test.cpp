#include "support/text.hpp"

#include <boost/test/unit_test.hpp>

#include <string>
#include <utility>
#include <vector>

using backorder::Spelled;
using backorder::whole_number;

BOOST_TEST_DONT_PRINT_LOG_VALUE(Spelled)

BOOST_AUTO_TEST_SUITE(whole_numbers)

BOOST_AUTO_TEST_CASE(every_spelling_has_its_exact_value) {
    const std::vector<std::pair<const char*, std::int64_t>> spellings{{"2", 2},
                                                                      {"2.0", 2},
                                                                      {"2.0000", 2},
                                                                      {"02", 2},
                                                                      {"+2", 2},
                                                                      {"2.", 2},
                                                                      {".2e1", 2},
                                                                      {"1e3", 1000},
                                                                      {"1E+3", 1000},
                                                                      {"1000e-3", 1},
                                                                      {"0.001e3", 1},
                                                                      {"-0", 0},
                                                                      {"0e999999999999999999999", 0},
                                                                      {"9007199254740993.0", 9007199254740993},
                                                                      {"9223372036854775807", INT64_MAX},
                                                                      {"922337203685477580.7e1", INT64_MAX},
                                                                      {"-9223372036854775808", INT64_MIN}};
    for (const auto& [text, value] : spellings) {
        BOOST_CHECK(whole_number(text).spelled == Spelled::whole);
        BOOST_TEST(whole_number(text).value == value, text);
    }
    BOOST_TEST(whole_number("7." + std::string(100'000, '0')).value == 7);
    BOOST_TEST(whole_number("7" + std::string(100'000, '0') + "e-100000").value == 7);
}

BOOST_AUTO_TEST_CASE(what_is_broken_too_large_or_no_number_is_told_apart) {
    for (const char* text :
         {"2.5", "1e-1", "0.1", "-2.0001", "1e-99999999999999999999", "123456789012345678901234567890.5"})
        BOOST_CHECK(whole_number(text).spelled == Spelled::broken);
    for (const char* text : {"9223372036854775808", "-9223372036854775809", "1e30", "1e19", "1e99999999999999999999"})
        BOOST_CHECK(whole_number(text).spelled == Spelled::beyond_64_bits);
    for (const char* text :
         {"", " 2", "2 ", ".", "e3", "1e", "1e+", "1e1.5", "0x2", "two", "1,000", "--2", "NaN", "inf"})
        BOOST_CHECK(whole_number(text).spelled == Spelled::no_number);
}

BOOST_AUTO_TEST_SUITE_END()
