#define _POSIX_C_SOURCE 200809L

#include "show.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define BOLD "1"
#define RED "31"
#define GREEN "32"
#define DIM "2"

struct cell {
    const char* bytes;
    size_t length;
    char digits[24];
};

static int colourful;

void show_begin(void) { colourful = isatty(STDOUT_FILENO) && getenv("NO_COLOR") == NULL; }

static void paint(const char* colour) {
    if (colourful)
        printf("\033[%sm", colour);
}

static void unpaint(void) {
    if (colourful)
        printf("\033[0m");
}

void show_title(unsigned number, const char* title) {
    paint(BOLD);
    printf("\n%2u. %s", number, title);
    unpaint();
    printf("\n");
}

void show_note(const char* format, ...) {
    va_list values;
    va_start(values, format);
    printf("    ");
    vprintf(format, values);
    printf("\n");
    va_end(values);
}

void show_summary(const char* format, ...) {
    va_list values;
    va_start(values, format);
    paint(GREEN);
    printf("\n");
    vprintf(format, values);
    unpaint();
    printf("\n");
    va_end(values);
}

static void show_details(const struct answer* answer, size_t row) {
    static const char* const keys[] = {"order",     "line",    "item",  "variant",   "warehouse",
                                       "field",     "needed",  "asked", "available", "backorder_room",
                                       "shippable", "waiting", "gate"};
    const char* separator = "      - ";
    for (size_t i = 0; i < sizeof keys / sizeof *keys; ++i) {
        const char* text = NULL;
        if (!answer->api->error_detail(answer->error, row, keys[i], &text) || *text == '\0')
            continue;
        printf("%s%s %s", separator, keys[i], text);
        separator = ", ";
    }
    printf("\n");
}

void show_refusal(const char* attempt, const struct answer* answer) {
    printf("    %s: ", attempt);
    paint(RED);
    printf("refused, %s", answer->api->status_name(answer->status));
    unpaint();
    printf("\n      \"%s\"\n", answer->api->error_message(answer->error));
    const size_t rows = answer->api->error_rows(answer->error);
    for (size_t row = 0; row < rows; ++row)
        show_details(answer, row);
}

static void cell_of(struct cell* cell, const struct answer* answer, const struct show_column* column, size_t row) {
    if (column->kind == SHOW_TEXT) {
        const uint64_t* offsets = NULL;
        const char* bytes = answer->api->result_text(answer->result, column->column, &offsets);
        cell->bytes = bytes + offsets[row];
        cell->length = (size_t)(offsets[row + 1] - offsets[row]);
        return;
    }
    const int64_t value = answer->api->result_int64(answer->result, column->column)[row];
    if (column->kind == SHOW_FLAG) {
        snprintf(cell->digits, sizeof cell->digits, "%s", value != 0 ? "yes" : "no");
    } else {
        snprintf(cell->digits, sizeof cell->digits, "%" PRId64, value);
    }
    cell->bytes = cell->digits;
    cell->length = strlen(cell->digits);
}

/* Characters, not bytes: continuation bytes of UTF-8 take no room. */
static size_t width_of(const char* bytes, size_t length) {
    size_t width = 0;
    for (size_t i = 0; i < length; ++i)
        width += ((unsigned char)bytes[i] & 0xc0u) != 0x80u;
    return width;
}

static size_t column_width(const struct answer* answer, const struct show_column* column, size_t rows) {
    size_t width = width_of(column->title, strlen(column->title));
    for (size_t row = 0; row < rows; ++row) {
        struct cell cell;
        cell_of(&cell, answer, column, row);
        const size_t needed = width_of(cell.bytes, cell.length);
        if (needed > width)
            width = needed;
    }
    return width;
}

static void print_cell(const char* bytes, size_t length, size_t width, enum show_kind kind) {
    const int padding = (int)(width - width_of(bytes, length));
    if (kind == SHOW_NUMBER) {
        printf("  %*s%.*s", padding, "", (int)length, bytes);
    } else {
        printf("  %.*s%*s", (int)length, bytes, padding, "");
    }
}

static void print_row(const struct answer* answer, const struct show_column* columns, size_t count,
                      const size_t* widths, size_t row) {
    printf("    ");
    for (size_t i = 0; i < count; ++i) {
        struct cell cell;
        cell_of(&cell, answer, &columns[i], row);
        print_cell(cell.bytes, cell.length, widths[i], columns[i].kind);
    }
    printf("\n");
}

void show_table(const struct answer* answer, uint32_t table, const struct show_column* columns, size_t count) {
    size_t widths[16];
    const size_t rows = answer->api->result_rows(answer->result, table);
    for (size_t i = 0; i < count; ++i)
        widths[i] = column_width(answer, &columns[i], rows);
    printf("    ");
    paint(DIM);
    for (size_t i = 0; i < count; ++i)
        print_cell(columns[i].title, strlen(columns[i].title), widths[i], columns[i].kind);
    unpaint();
    printf("\n");
    for (size_t row = 0; row < rows; ++row)
        print_row(answer, columns, count, widths, row);
}
