/* The tables that several steps show. */
#ifndef WALK_VIEWS_H
#define WALK_VIEWS_H

#include "shop.h"

/* Stock per warehouse, as the inventory section of a dashboard has it. */
void show_stock(const struct answer* answer);
/* The same, totalled per variant and product. */
void show_totals(const struct answer* answer);
/* An order's state, and how its lines are split over warehouses. */
void show_order(const struct answer* answer);
void show_covered(const struct answer* answer);

#endif
