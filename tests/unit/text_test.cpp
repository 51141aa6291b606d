#include "support/text.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

using backorder::is_utf8;
using backorder::text_fault;

BOOST_AUTO_TEST_SUITE(text)

BOOST_AUTO_TEST_CASE(the_first_and_the_last_of_every_length_pass) {
    for (const char* good : {"\x01", "\x7f", "\xc2\x80", "\xdf\xbf", "\xe0\xa0\x80", "\xed\x9f\xbf", "\xee\x80\x80",
                             "\xef\xbf\xbf", "\xf0\x90\x80\x80", "\xf4\x8f\xbf\xbf", "", "Lager M\xc3\xbcnchen"})
        BOOST_TEST(is_utf8(good), good);
}

BOOST_AUTO_TEST_CASE(an_overlong_form_is_no_utf8) {
    for (const char* bad :
         {"\xc0\x80", "\xc1\xbf", "\xe0\x80\x80", "\xe0\x9f\xbf", "\xf0\x80\x80\x80", "\xf0\x8f\xbf\xbf"})
        BOOST_TEST(!is_utf8(bad), bad);
}

BOOST_AUTO_TEST_CASE(a_surrogate_is_no_utf8) {
    for (const char* bad : {"\xed\xa0\x80", "\xed\xbf\xbf", "\xed\xa0\xbd\xed\xb8\x80"}) BOOST_TEST(!is_utf8(bad), bad);
}

BOOST_AUTO_TEST_CASE(what_lies_above_the_last_code_point_is_no_utf8) {
    for (const char* bad : {"\xf4\x90\x80\x80", "\xf5\x80\x80\x80", "\xf8\x88\x80\x80\x80", "\xff", "\xfe"})
        BOOST_TEST(!is_utf8(bad), bad);
}

BOOST_AUTO_TEST_CASE(a_cut_or_stray_sequence_is_no_utf8) {
    for (const char* bad :
         {"\x80", "\xbf", "\xc2", "\xc2x", "\xe2\x82", "\xe2\x82x", "\xf0\x9f\x98", "\xf0\x9f\x98x", "a\xc3"})
        BOOST_TEST(!is_utf8(bad), bad);
}

BOOST_AUTO_TEST_CASE(length_is_counted_in_bytes) {
    BOOST_TEST(text_fault(std::string(128, 'a'), 128) == "");
    BOOST_TEST(text_fault(std::string(129, 'a'), 128) == "is too long");
    BOOST_TEST(text_fault("\xc3\xbc", 1) == "is too long");
}

BOOST_AUTO_TEST_CASE(a_nul_byte_is_no_text) {
    BOOST_TEST(text_fault(std::string("a\0b", 3), 128) == "holds a NUL byte");
}

BOOST_AUTO_TEST_CASE(what_is_shown_is_well_formed) {
    const std::string replaced = "\xef\xbf\xbd";
    BOOST_TEST(backorder::well_formed("") == "");
    BOOST_TEST(backorder::well_formed("a \xc3\xbc \xf0\x9f\x98\x80") == "a \xc3\xbc \xf0\x9f\x98\x80");
    BOOST_TEST(backorder::well_formed("M\xfcller") == "M" + replaced + "ller");
    BOOST_TEST(backorder::well_formed(std::string_view("a\0b\xf0\x9f", 5)) ==
               "a" + replaced + "b" + replaced + replaced);
}

BOOST_AUTO_TEST_CASE(a_new_name_has_no_blank_at_its_ends_and_no_control_character) {
    for (const char* good : {"a", "a b", "\xc3\xa9", "e\xcc\x81", "\xe2\x80\xae",
                             "a\xc2\xa0"
                             "b",
                             "\xf0\x9f\x98\x80"})
        BOOST_TEST(backorder::name_fault(good) == "", good);
    for (const char* bad : {" a",
                            "\xc2\xa0"
                            "a",
                            "\xe3\x80\x80"
                            "a",
                            "\xef\xbb\xbf"
                            "a",
                            " "})
        BOOST_TEST(backorder::name_fault(bad) == "begins with a blank", bad);
    for (const char* bad : {"a ", "a\xe2\x80\x89"}) BOOST_TEST(backorder::name_fault(bad) == "ends with a blank", bad);
    for (const char* bad : {"a\n", "\ta", "a\x1b[31m", "\x7f",
                            "a\xc2\x85"
                            "b"})
        BOOST_TEST(backorder::name_fault(bad) == "holds a control character", bad);
}

BOOST_AUTO_TEST_SUITE_END()
