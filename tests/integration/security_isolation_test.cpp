// Tenants and sellers: nobody reads, changes or learns of what is another's, in answers and in errors.

#include "support/database.hpp"
#include "support/market.hpp"
#include "support/story.hpp"

#include <boost/test/unit_test.hpp>

#include <set>
#include <string>
#include <vector>

namespace backorder::test {

namespace {

std::string next_name(const std::string& what) {
    static int markets = 0;
    return what + " " + std::to_string(++markets);
}

/// One text of one operation's request, to be said otherwise.
struct Place {
    const OperationCase& asked;
    std::size_t field;
    std::string path;
};

std::vector<Place> every_id_field() {
    std::vector<Place> found;
    for (const OperationCase& asked : every_operation()) {
        json::object request = object(asked.request);
        const std::vector<TextField> fields = text_fields(request);
        for (std::size_t i = 0; i < fields.size(); ++i)
            if (!fields[i].word) found.push_back({asked, i, fields[i].path});
    }
    return found;
}

/// globex's request, in which one thing is named as `owner` names its own; a warehouse is its depot.
json::object with_anothers(const Place& place, const std::string& owner) {
    json::object request = renamed(object(place.asked.request), owned_by("globex"));
    json::string& text = *text_fields(request)[place.field].text;
    json::object theirs = renamed(object(place.asked.request), owned_by(owner));
    const json::string& named = *text_fields(theirs)[place.field].text;
    text = text == named ? json::string(owner + "-depot") : named;
    return request;
}

/// Only the member in which that is, as questions may be asked by one thing alone.
json::object alone(const Place& place, const json::object& request) {
    const std::string member = place.path.substr(0, place.path.find_first_of(".["));
    return {{member, request.at(member)}};
}

/// What is answered, whoever's thing was named.
std::string answered(const Answer& answer, const Stage& stage, const std::string& owner) {
    return comparable(respoken(answer, owner, "SOMEBODY"), stage.marketplace());
}

/// What is made with a name must not be there yet, whosever it is: here, and only here, a seller learns that a name is
/// taken.
bool makes(const Place& place) {
    static const std::set<std::string> made{"place order", "place_batch orders[0].order",
                                            "catalog_upsert products[0].product", "catalog_upsert variants[0].variant",
                                            "warehouse_upsert items[0].warehouse"};
    return made.contains(place.asked.operation + (" " + place.path));
}

/// Of an order that is being placed, where lines are named as the caller likes.
bool names_a_line(const Place& place) {
    return std::string_view(place.asked.operation).starts_with("place") && place.path.ends_with(".line");
}

/// acme's things and globex's in one marketplace. The order "shared" has a line of each, a unit of globex's is shipped.
struct Neighbours {
    explicit Neighbours(const Door& door) : stage(door, next_name("neighbours")) {
        for (const char* owner : {"acme", "globex"}) stage.furnish(owned_by(owner));
        for (const OperationCase& asked : every_operation())
            if (asked.permission != 0 && asked.host)
                must(host, asked.operation, renamed(object(asked.request), owned_by("acme")));
        must(host, "place",
             object("{'order':'shared','priority':1,'lines':[{'line':'globex-1','variant':'globex-red','quantity':4},"
                    "{'line':'acme-1','variant':'acme-red','quantity':4}]}"));
        must(the_operator, "receive", object("{'items':[{'variant':'globex-red','warehouse':'north','quantity':2}]}"));
        must(the_operator, "fulfill",
             object("{'order':'shared','entries':[{'line':'globex-1','warehouse':'north','quantity':1}]}"));
    }

    void must(const Actor& actor, const char* operation, const json::object& request) {
        const Answer answer = stage.ask(actor, operation, request);
        BOOST_REQUIRE_MESSAGE(answer.status == BO_OK,
                              operation << " " << json::serialize(request) << ": " << json::serialize(answer.error));
    }

    std::string acmes_rows() const {
        return rows_where("marketplace = " + literal(stage.marketplace()) +
                          " AND t::text LIKE '%acme%' AND t::text NOT LIKE '%globex%'");
    }

    Stage stage;
};

/// In every field of every operation. What a request does beside what is refused of it is done beforehand, so that both
/// find the same.
void check_differs_in_name_only(Stage& stage, const Actor& actor) {
    for (const Place& place : every_id_field()) {
        if (makes(place) || names_a_line(place)) continue;
        BOOST_TEST_INFO_SCOPE(place.asked.operation << " " << place.path);
        const auto ask = [&](const std::string& owner) {
            const json::object request = with_anothers(place, owner);
            return answered(stage.ask(actor, place.asked.operation, request), stage, owner) + "\n" +
                   answered(stage.ask(actor, place.asked.operation, alone(place, request)), stage, owner);
        };
        ask("nobody");
        const std::string of_acme = ask("acme");
        BOOST_TEST(of_acme == ask("nobody"));
    }
}

std::vector<Actor> who_may_not(const OperationCase& asked) {
    std::vector<Actor> found{{BO_ROLE_OPERATOR, all_permissions & ~asked.permission},
                             seller("globex", seller_permissions & ~asked.permission)};
    if (!asked.host) found.push_back(host);
    return found;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(security_isolation)

BOOST_AUTO_TEST_CASE(to_another_tenant_what_exists_is_as_what_does_not) {
    for (const auto& [name, door] : both_doors()) {
        BOOST_TEST_INFO_SCOPE(name);
        Stage acme(door, next_name("tenant"));
        Stage globex(door, next_name("tenant"));
        acme.furnish(owned_by("acme"));
        globex.furnish(owned_by("globex"));
        settle();
        const std::string where = "marketplace = " + literal(acme.marketplace());
        const std::string before = rows_where(where);
        for (const Actor& actor : {the_operator, seller("globex")}) check_differs_in_name_only(globex, actor);
        BOOST_TEST(rows_where(where) == before);
    }
}

BOOST_AUTO_TEST_CASE(to_another_seller_what_exists_is_as_what_does_not) {
    for (const auto& [name, door] : both_doors()) {
        BOOST_TEST_INFO_SCOPE(name);
        Neighbours here(door);
        const std::string before = here.acmes_rows();
        check_differs_in_name_only(here.stage, seller("globex"));
        BOOST_TEST(here.acmes_rows() == before);
    }
}

BOOST_AUTO_TEST_CASE(a_name_that_is_taken_is_refused_without_telling_by_whom) {
    for (const auto& [name, door] : both_doors()) {
        Neighbours here(door);
        const std::string before = here.acmes_rows();
        for (const Place& place : every_id_field()) {
            if (!makes(place)) continue;
            BOOST_TEST_INFO_SCOPE(name << ", " << place.asked.operation << " " << place.path);
            json::object request = with_anothers(place, "acme");
            const std::string taken(*text_fields(request)[place.field].text);
            const Answer answer =
                respoken(here.stage.ask(seller("globex"), place.asked.operation, request), taken, "TAKEN");
            BOOST_TEST(answer.status != BO_OK);
            BOOST_TEST(comparable(answer, here.stage.marketplace()).find("acme") == std::string::npos);
        }
        BOOST_TEST(here.acmes_rows() == before);
    }
}

BOOST_AUTO_TEST_CASE(who_lacks_the_permission_does_not_learn_what_exists) {
    for (const auto& [name, door] : both_doors()) {
        Neighbours here(door);
        const std::string before = rows_where("marketplace = " + literal(here.stage.marketplace()));
        for (const OperationCase& asked : every_operation()) {
            if (asked.permission == 0) continue;
            for (const Actor& actor : who_may_not(asked)) {
                BOOST_TEST_INFO_SCOPE(name << ", " << asked.operation << " by role " << actor.role);
                const auto ask = [&](const std::string& owner, const std::string& key) {
                    const json::object request = renamed(object(asked.request), owned_by(owner));
                    const Answer answer = here.stage.ask_with_key(key, actor, asked.operation, request);
                    BOOST_TEST(answer.status == BO_E_PERMISSION);
                    return answered(answer, here.stage, owner);
                };
                const bool keyed = !std::string_view(asked.operation).starts_with("place");
                BOOST_TEST(ask("acme", keyed ? "key-1" : "") == ask("nobody", keyed ? "a new key" : ""));
            }
        }
        BOOST_TEST(rows_where("marketplace = " + literal(here.stage.marketplace())) == before);
    }
}

BOOST_AUTO_TEST_CASE(no_answer_to_a_seller_mentions_another) {
    for (const auto& [name, door] : both_doors()) {
        for (const std::string order : {"globex-o1", "shared"}) {
            Neighbours here(door);
            settle();
            const std::string before = here.acmes_rows();
            for (const OperationCase& asked : every_operation()) {
                BOOST_TEST_INFO_SCOPE(name << ", " << asked.operation << " of " << order);
                const Rename rename = [&](std::string_view id) { return id == "o1" ? order : owned_by("globex")(id); };
                json::object request = renamed(object(asked.request), rename);
                if (request.contains("limit")) request["limit"] = 1000;
                const Answer answer = here.stage.ask(seller("globex"), asked.operation, request);
                BOOST_TEST(answer.status == (asked.sellers ? BO_OK : BO_E_PERMISSION), json::serialize(answer.error));
                BOOST_TEST(comparable(answer, here.stage.marketplace()).find("acme") == std::string::npos);
            }
            BOOST_TEST(here.acmes_rows() == before);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_sellers_key_tells_another_seller_nothing) {
    for (const auto& [name, door] : both_doors()) {
        Neighbours here(door);
        for (const std::string owner : {"acme", "globex"})
            for (const OperationCase& asked : every_operation()) {
                if (asked.permission == 0 || !asked.sellers || std::string_view(asked.operation).starts_with("place"))
                    continue;
                BOOST_TEST_INFO_SCOPE(name << ", " << asked.operation << " by " << owner);
                const json::object request = renamed(object(asked.request), owned_by(owner));
                const std::string key = std::string("the key of ") + asked.operation;
                const Answer answer = here.stage.ask_with_key(key, seller(owner), asked.operation, request);
                BOOST_TEST(answer.status == BO_OK, json::serialize(answer.error));
                BOOST_TEST(!answer.replayed);
            }
    }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace backorder::test
