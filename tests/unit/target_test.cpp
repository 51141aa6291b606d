#include "store/engine/target.hpp"

#include <boost/test/unit_test.hpp>

using backorder::Status;
using backorder::Target;

BOOST_AUTO_TEST_SUITE(target)

BOOST_AUTO_TEST_CASE(what_can_not_be_parsed_is_refused_without_being_quoted) {
    for (const char* database : {"password=hush nonsense", "postgresql://u:hush@[::1", "hush=1", "password='hush"}) {
        const auto parsed = Target::parse(database);
        BOOST_TEST_REQUIRE(parsed.has_error());
        BOOST_TEST((parsed.error().status == Status::config));
        BOOST_TEST(parsed.error().message.find("hush") == std::string::npos);
    }
}

BOOST_AUTO_TEST_CASE(the_description_names_database_hosts_ports_and_user) {
    const auto parsed = Target::parse("postgresql://u:hush@db1:5432,db2:5433/shop?sslmode=require");
    BOOST_TEST(parsed->description() == "database \"shop\" at db1:5432,db2:5433 as user \"u\"");
    BOOST_TEST(parsed->options().find("port='5432,5433'") != std::string::npos);
    BOOST_TEST(parsed->options().find("sslmode='require'") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_is_not_said_is_described_as_libpq_takes_it) {
    BOOST_TEST(Target::parse("host=db1,db2 port=7 user=u")->description() ==
               "database \"u\" at db1:7,db2:7 as user \"u\"");
    BOOST_TEST(Target::parse("hostaddr=10.0.0.1 dbname=shop user=u")->description() ==
               "database \"shop\" at 10.0.0.1:5432 as user \"u\"");
}

BOOST_AUTO_TEST_CASE(our_server_options_stand_behind_those_that_were_given) {
    BOOST_TEST(Target::parse("options='-c geqo=off'")
                   ->options_with(" -c jit=off")
                   .ends_with(" options='-c geqo=off -c jit=off'"));
    BOOST_TEST(Target::parse("")->options_with(" -c a=\\ b").ends_with(" options=' -c a=\\\\ b'"));
}

BOOST_AUTO_TEST_CASE(defaults_do_not_overrule_what_was_said) {
    const auto options = Target::parse("application_name=till connect_timeout=9")->options();
    BOOST_TEST(options.find("application_name='till'") != std::string::npos);
    BOOST_TEST(options.find("connect_timeout='9'") != std::string::npos);
    BOOST_TEST(Target::parse("keepalives_idle=7")->options().find("keepalives_idle='7'") != std::string::npos);
    BOOST_TEST(Target::parse("")->options().find("application_name='backorder'") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(secrets_are_masked_also_where_one_is_part_of_another) {
    const auto parsed = Target::parse("password=ab sslpassword=abc passfile='it''s' user=u");
    BOOST_TEST(parsed.has_error());
    const auto target = Target::parse(R"(password='a\'b' sslpassword='a\'bc' passfile=/root/.pgpass)");
    BOOST_TEST(target->mask("a'bc and a'b in /root/.pgpass") == "*** and *** in ***");
}

BOOST_AUTO_TEST_SUITE_END()
