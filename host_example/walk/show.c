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
    if (colourful) printf("\033[%sm", colour);
}

static void unpaint(void) {
    if (colourful) printf("\033[0m");
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
    static const char* const keys[] = {"order", "line",      "variant",        "warehouse", "field",   "needed",
                                       "asked", "available", "backorder_room", "shippable", "waiting", "gate"};
    int shown = 0;
    for (size_t i = 0; i < sizeof keys / sizeof *keys; ++i) {
        const char* text = NULL;
        if (!answer->api->error_detail(answer->error, row, keys[i], &text) || *text == '\0') continue;
        printf("%s%s %s", shown ? ", " : "        - ", keys[i], text);
        shown = 1;
    }
    if (shown) printf("\n");
}

/* Broken between words, so that a long message stays readable. */
static void print_message(const char* message) {
    enum { width = 100 };
    while (strlen(message) > width) {
        size_t length = width;
        while (length > 0 && message[length] != ' ') --length;
        if (length == 0) break;
        printf("        %.*s\n", (int)length, message);
        message += length + 1;
    }
    printf("        %s\n", message);
}

void show_refusal(const char* attempt, const struct answer* answer) {
    printf("    %s: ", attempt);
    paint(RED);
    printf("refused, %s", answer->api->status_name(answer->status));
    unpaint();
    printf("\n");
    print_message(answer->api->error_message(answer->error));
    const size_t rows = answer->api->error_rows(answer->error);
    for (size_t row = 0; row < rows; ++row) show_details(answer, row);
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
    if (column->kind == SHOW_FLAG)
        snprintf(cell->digits, sizeof cell->digits, "%s", value != 0 ? "yes" : "no");
    else
        snprintf(cell->digits, sizeof cell->digits, "%" PRId64, value);
    cell->bytes = cell->digits;
    cell->length = strlen(cell->digits);
}

/* Characters, not bytes: continuation bytes of UTF-8 take no room. */
static size_t width_of(const char* bytes, size_t length) {
    size_t width = 0;
    for (size_t i = 0; i < length; ++i) width += ((unsigned char)bytes[i] & 0xc0u) != 0x80u;
    return width;
}

static size_t column_width(const struct answer* answer, const struct show_column* column, size_t rows) {
    size_t width = width_of(column->title, strlen(column->title));
    for (size_t row = 0; row < rows; ++row) {
        struct cell cell;
        cell_of(&cell, answer, column, row);
        const size_t needed = width_of(cell.bytes, cell.length);
        if (needed > width) width = needed;
    }
    return width;
}

static void print_cell(const char* bytes, size_t length, size_t width, enum show_kind kind) {
    const int padding = (int)(width - width_of(bytes, length));
    if (kind == SHOW_NUMBER)
        printf("  %*s%.*s", padding, "", (int)length, bytes);
    else
        printf("  %.*s%*s", (int)length, bytes, padding, "");
}

/* Nothing pads the last column to its right. */
static void print_cells(const struct cell* cells, const struct show_column* columns, size_t count,
                        const size_t* widths) {
    printf("    ");
    for (size_t i = 0; i < count; ++i) {
        const int is_last_text = i + 1 == count && columns[i].kind != SHOW_NUMBER;
        const size_t width = is_last_text ? width_of(cells[i].bytes, cells[i].length) : widths[i];
        print_cell(cells[i].bytes, cells[i].length, width, columns[i].kind);
    }
}

static void print_header(const struct show_column* columns, size_t count, const size_t* widths) {
    struct cell cells[SHOW_MOST_COLUMNS];
    for (size_t i = 0; i < count; ++i) {
        cells[i].bytes = columns[i].title;
        cells[i].length = strlen(columns[i].title);
    }
    paint(DIM);
    print_cells(cells, columns, count, widths);
    unpaint();
    printf("\n");
}

void show_table(const struct answer* answer, uint32_t table, const struct show_column* columns, size_t count) {
    struct cell cells[SHOW_MOST_COLUMNS];
    size_t widths[SHOW_MOST_COLUMNS];
    const size_t rows = answer->api->result_rows(answer->result, table);
    for (size_t i = 0; i < count; ++i) widths[i] = column_width(answer, &columns[i], rows);
    print_header(columns, count, widths);
    for (size_t row = 0; row < rows; ++row) {
        for (size_t i = 0; i < count; ++i) cell_of(&cells[i], answer, &columns[i], row);
        print_cells(cells, columns, count, widths);
        printf("\n");
    }
}
