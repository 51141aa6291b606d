/* The steps, in the order in which walk.c takes them. Each shows what happens and checks it. */
#ifndef WALK_STEPS_H
#define WALK_STEPS_H

#include "shop.h"

/* before.c: a marketplace as it was, without backorders */
void register_the_catalogue(struct shop* shop);
void receive_the_first_goods(struct shop* shop);
void sell_what_is_there(struct shop* shop);
void sell_out(struct shop* shop);

/* configuring.c */
void configure_too_early(struct shop* shop);
void switch_on(struct shop* shop);
void configure_without_the_right(struct shop* shop);
void allow_and_set_thresholds(struct shop* shop);

/* selling.c */
void look_as_a_storefront(struct shop* shop);
void buy_past_zero(struct shop* shop);
void repeat_an_order(struct shop* shop);
void track_on_backorder(struct shop* shop);
void see_who_waits(struct shop* shop);

/* fulfilling.c */
void fulfil_strictly_too_early(struct shop* shop);
void ship_the_allocated_part(struct shop* shop);
void ship_the_rest_from_elsewhere(struct shop* shop);
void restock_for_the_oldest_promise(struct shop* shop);
void fulfil_strictly_after_restock(struct shop* shop);

/* afterwards.c */
void switch_off_with_open_backorders(struct shop* shop);
void switch_on_again(struct shop* shop);
void cancel_a_fulfilment(struct shop* shop);
void follow_the_events(struct shop* shop);
void verify_the_books(struct shop* shop);

#endif
