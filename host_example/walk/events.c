#define _POSIX_C_SOURCE 200809L
#include "expect.h"
#include "show.h"
#include "steps.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

struct text {
    const char* bytes;
    int length;
};

static struct text text_at(const struct answer* answer, uint32_t column, size_t row) {
    const uint64_t* offsets = NULL;
    const char* bytes = answer->api->result_text(answer->result, column, &offsets);
    const struct text found = {bytes + offsets[row], (int)(offsets[row + 1] - offsets[row])};
    return found;
}

static int same(struct text left, struct text right) {
    return left.length == right.length && memcmp(left.bytes, right.bytes, (size_t)left.length) == 0;
}

/* The end of the JSON value that begins at `from`. Texts of the walk hold no brackets or commas. */
static int end_of_value(struct text json, int from) {
    int depth = 0;
    for (int at = from; at < json.length; ++at) {
        const char c = json.bytes[at];
        const int closes = c == '}' || c == ']';
        if (depth == 0 && (closes || c == ',')) return at;
        depth += (c == '{' || c == '[') - closes;
    }
    return json.length;
}

/* The value of the first member of that name (given with its quotes), as it is written; empty if there is none. */
static struct text member(struct text json, struct text name) {
    const struct text none = {json.bytes, 0};
    for (int at = 0; at + name.length < json.length; ++at) {
        const int from = at + name.length + 1;
        const struct text here = {json.bytes + at, name.length};
        if (!same(here, name) || json.bytes[from - 1] != ':') continue;
        const struct text value = {json.bytes + from, end_of_value(json, from) - from};
        return value;
    }
    return none;
}

static struct text named(const char* quoted) {
    const struct text name = {quoted, (int)strlen(quoted)};
    return name;
}

static void print_change(struct text name, struct text was, struct text is) {
    if (same(was, is)) return;
    printf("  %.*s ", name.length - 2, name.bytes + 1);
    if (was.length > 0) printf("%.*s → ", was.length, was.bytes);
    printf("%.*s", is.length, is.bytes);
}

/* "allocated 2 → 4" for each member of a flat object that changed. */
static void print_changes(struct text before, struct text after) {
    int at = 1;
    while (at < after.length - 1) {
        const char* quote = memchr(after.bytes + at + 1, '"', (size_t)(after.length - at - 1));
        if (quote == NULL) return;
        const struct text name = {after.bytes + at, (int)(quote + 1 - after.bytes) - at};
        const struct text is = member(after, name);
        print_change(name, member(before, name), is);
        at = (int)(is.bytes - after.bytes) + is.length + 1;
    }
}

/* Whose units a restock covered; in the walk it is one order at a time. */
static void print_covered(struct text body) {
    const struct text covered = member(body, named("\"covered\""));
    const struct text order = member(covered, named("\"order\""));
    if (order.length > 0) printf("  for %.*s", order.length - 2, order.bytes + 1);
}

static void show_event(const struct answer* answer, size_t row) {
    const struct text type = text_at(answer, BO_COL_EVENTS_TYPE, row);
    const struct text warehouse = text_at(answer, BO_COL_EVENTS_WAREHOUSE, row);
    const struct text order = text_at(answer, BO_COL_EVENTS_ORDER, row);
    const struct text body = text_at(answer, BO_COL_EVENTS_BODY, row);
    printf("      %-23.*s  %-9.*s  %-8.*s", type.length, type.bytes, warehouse.length, warehouse.bytes, order.length,
           order.bytes);
    print_changes(member(body, named("\"before\"")), member(body, named("\"after\"")));
    print_covered(body);
    printf("\n");
}

static void expect_types(const struct answer* answer) {
    static const char* const types[] = {"settings.changed",
                                        "policy.changed",
                                        "threshold.changed",
                                        "stock.out",
                                        "stock.back",
                                        "order.placed",
                                        "backorder.entered",
                                        "backorder.limit_reached",
                                        "backorder.below_limit",
                                        "backorder.covered",
                                        "fulfillment.created",
                                        "fulfillment.cancelled"};
    for (size_t i = 0; i < sizeof types / sizeof *types; ++i)
        (void)expect_row(answer, BO_TABLE_EVENTS, BO_COL_EVENTS_TYPE, types[i]);
}

static int tells_of(const struct answer* page, const char* type) {
    const struct text asked = {type, (int)strlen(type)};
    const size_t rows = page->api->result_rows(page->result, BO_TABLE_EVENTS);
    for (size_t row = 0; row < rows; ++row)
        if (same(text_at(page, BO_COL_EVENTS_TYPE, row), asked)) return 1;
    return 0;
}

/* Up to the walk's last event. Events are handed out when every older transaction of the server has ended: mostly at
 * once. */
static struct answer pull_patiently(struct shop* shop) {
    const struct timespec pause = {0, 50 * 1000 * 1000};
    struct answer page = pull_events(shop, "mailer");
    for (int tries = 0; tries < 200 && !tells_of(&page, "fulfillment.cancelled"); ++tries) {
        nanosleep(&pause, NULL);
        answer_free(&page);
        page = pull_events(shop, "mailer");
    }
    return page;
}

void follow_the_events(struct shop* shop) {
    struct answer page = pull_patiently(shop);
    expect_status(&page, BO_OK);
    const size_t rows = page.api->result_rows(page.result, BO_TABLE_EVENTS);
    show_note("%zu events so far, each with what was and what is:", rows);
    for (size_t row = 0; row < rows; ++row) show_event(&page, row);
    expect_types(&page);
    expect_number(&page, BO_COL_CURSOR_MORE, 0, 0);

    const struct text cursor = text_at(&page, BO_COL_CURSOR_CURSOR, 0);
    struct answer answer = acknowledge_events(shop, "mailer", cursor.bytes, (size_t)cursor.length);
    expect_status(&answer, BO_OK);
    answer_free(&answer);
    answer_free(&page);

    page = pull_events(shop, "mailer");
    expect_status(&page, BO_OK);
    expect_rows(&page, BO_TABLE_EVENTS, 0);
    show_note("Acknowledged up to the cursor; the next pull finds nothing new.");
    answer_free(&page);
}
