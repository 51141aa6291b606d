// Ids of new things: no blank at their ends, no control character. What an older version named so is used as before.

#include "support/database.hpp"
#include "support/shop.hpp"

#include <boost/test/unit_test.hpp>

namespace backorder::test {

namespace {

const std::vector<std::string> unfit_ids{" x", "x ", "x\\n", "\\tx", "\\u00a0x", "x\\ufeff", "x\\u0085y", "x\\u007f"};

}  // namespace

BOOST_AUTO_TEST_SUITE(new_names)

BOOST_FIXTURE_TEST_CASE(nothing_new_is_named_so, Shop) {
    for (const std::string& id : unfit_ids) {
        BOOST_TEST_INFO_SCOPE(id);
        const auto refused = [&](const Actor& actor, const char* operation, const std::string& request,
                                 const std::string& field) {
            const Answer answer = ask(actor, operation, request);
            BOOST_TEST(answer.status == BO_E_TEXT, operation);
            BOOST_TEST(details(answer, "field") == field);
        };
        refused(host, "warehouse_upsert", "{'items':[{'warehouse':'" + id + "'}]}", "items[0].warehouse");
        refused(host, "warehouse_upsert", "{'items':[{'warehouse':'new','owner':'" + id + "'}]}", "items[0].owner");
        refused(host, "catalog_upsert", "{'products':[{'product':'" + id + "','seller':'acme'}]}",
                "products[0].product");
        refused(host, "catalog_upsert", "{'products':[{'product':'new','seller':'" + id + "'}]}", "products[0].seller");
        refused(host, "catalog_upsert", "{'variants':[{'variant':'" + id + "','product':'shirt'}]}",
                "variants[0].variant");
        refused(host, "place", "{'order':'" + id + "','lines':[{'line':'1','variant':'red','quantity':1}]}", "order");
        refused(host, "place", "{'order':'o','lines':[{'line':'" + id + "','variant':'red','quantity':1}]}",
                "lines[0].line");
        refused(host, "events", "{'consumer':'" + id + "'}", "consumer");
        refused(host, "events_acknowledge", "{'consumer':'" + id + "','cursor':'0.0.0'}", "consumer");
        const std::string key(object("{'key':'" + id + "'}").at("key").as_string());
        const Answer keyed = ask_with_key(key, the_operator, "receive",
                                          "{'items':[{'variant':'red','warehouse':'north','quantity':1}]}");
        BOOST_TEST(keyed.status == BO_E_TEXT);
        BOOST_TEST(details(keyed, "field") == "call.idempotency_key");
    }
    BOOST_TEST(counters("red", "north") == "");
}

BOOST_FIXTURE_TEST_CASE(an_order_of_a_batch_is_refused_for_itself, Shop) {
    receive("red", "north", 5);
    const Answer answer = ask(host, "place_batch",
                              "{'orders':[{'order':'o1','lines':[{'line':'1','variant':'red','quantity':1}]},"
                              "{'order':'o2 ','lines':[{'line':'1','variant':'red','quantity':1}]}]}");
    BOOST_TEST(answer.status == BO_SOME_REFUSED);
    BOOST_TEST(rows(answer, "placed", "order status") == "o1 0; o2  112");
}

BOOST_FIXTURE_TEST_CASE(what_is_named_so_already_is_used, Shop) {
    sql("INSERT INTO warehouses (marketplace, warehouse) VALUES ($M, ' w')");
    sql("INSERT INTO products (marketplace, product, seller) VALUES ($M, E'p\n', 's ')");
    sql("INSERT INTO variants (marketplace, variant, product) VALUES ($M, 'v ', E'p\n')");
    done(the_operator, "receive", "{'items':[{'variant':'v ','warehouse':' w','quantity':3}]}");
    done(host, "place", "{'order':'o','lines':[{'line':'1','variant':'v ','quantity':1,'warehouse':' w'}]}");
    done(host, "warehouse_upsert", "{'items':[{'warehouse':' w','priority':4}]}");
    done(
        host, "catalog_upsert",
        "{'products':[{'product':'of a known seller','seller':'s '}],'variants':[{'variant':'new','product':'p\\n'}]}");
    sql("UPDATE calls SET key = 'o ' WHERE marketplace = $M AND key = 'o'");
    sql("UPDATE parts SET order_id = 'o ' WHERE marketplace = $M AND order_id = 'o'");
    sql("UPDATE ledger SET order_id = 'o ', key = 'o ' WHERE marketplace = $M AND order_id = 'o'");
    BOOST_TEST(state("o ") == "unfulfilled");
    const Answer shipped = ship("o ", "1", " w", 1);
    BOOST_TEST(shipped.status == BO_OK);
}

BOOST_FIXTURE_TEST_CASE(ids_are_compared_byte_by_byte, Shop) {
    done(host, "catalog_upsert",
         "{'variants':[{'variant':'\\u00e9','product':'shirt'},{'variant':'e\\u0301','product':'shirt'},"
         "{'variant':'RED','product':'shirt'}]}");
    done(the_operator, "receive", "{'items':[{'variant':'\\u00e9','warehouse':'north','quantity':1}]}");
    BOOST_TEST(
        rows(done(host, "availability", "{'items':[{'variant':'\\u00e9'},{'variant':'e\\u0301'},{'variant':'RED'}]}"),
             "availability", "now") == "1; 0; 0");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace backorder::test
