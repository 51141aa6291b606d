#include "support/operations.hpp"

#include <backorder/backorder.h>

namespace backorder::test {

const std::vector<OperationCase>& every_operation() {
    static const std::vector<OperationCase> cases{
        {"settings_get", 0, true, true, false, "{}"},
        {"stock", 0, true, true, true, "{'variants':['red'],'products':['shirt'],'warehouse':'north'}"},
        {"availability", 0, true, true, true, "{'items':[{'variant':'red','quantity':1}]}"},
        {"queue", 0, true, true, true,
         "{'variant':'red','warehouse':'north','seller':'acme','order':'o1','limit':10,'skip':0,'after':''}"},
        {"order", 0, true, true, true, "{'order':'o1'}"},
        {"shippable", 0, true, true, true, "{'order':'o1'}"},
        {"ledger", 0, true, true, false, "{'variant':'red','warehouse':'north','order':'o1','after':0,'limit':10}"},
        {"events", 0, true, true, false, "{'consumer':'mailer','limit':1,'acknowledge':'0.0.0'}"},
        {"events_acknowledge", 0, true, true, false, "{'consumer':'mailer','cursor':'0.0.0'}"},
        {"verify", 0, true, true, false, "{'variant':'red','warehouse':'north','after':'0.0.0.','limit':10}"},
        {"warehouses", 0, true, true, false, "{'after':'','limit':10}"},
        {"products", 0, true, true, true, "{'seller':'acme','after':'','limit':10}"},
        {"variants", 0, true, true, true, "{'seller':'acme','after':'','limit':10}"},
        {"open_orders", 0, true, true, true, "{'seller':'acme','after':'','limit':10}"},
        {"settings_set", BO_MANAGE_MARKETPLACE, false, false, false, "{'backorders_enabled':true,'dry_run':false}"},
        {"policy_set", BO_MANAGE_INVENTORY, false, true, true,
         "{'items':[{'variant':'red','policy':'allow'},{'product':'shirt','policy':'allow'}],'dry_run':false}"},
        {"threshold_set", BO_MANAGE_INVENTORY, false, true, true,
         "{'items':[{'variant':'red','warehouse':'north','threshold':8},{'product':'shirt','warehouse':'south','mode':'"
         "unlimited'}],"
         "'dry_run':false}"},
        {"warehouse_upsert", BO_MANAGE_INVENTORY, true, true, true,
         "{'items':[{'warehouse':'acme-depot','owner':'acme','priority':8,'active':true}],'dry_run':false}"},
        {"catalog_upsert", BO_MANAGE_INVENTORY, true, true, true,
         "{'products':[{'product':'shirt','seller':'acme'}],'variants':[{'variant':'green','product':'shirt'}]}"},
        {"fulfill", BO_MANAGE_FULFILLMENTS, false, true, true,
         "{'order':'o1','strict':false,'entries':[{'line':'1','warehouse':'north','quantity':1}]}"},
        {"cancel_fulfillment", BO_MANAGE_FULFILLMENTS, false, true, true,
         "{'order':'o1','fulfillment':1,'units':'to_line'}"},
        {"reassign", BO_MANAGE_FULFILLMENTS, false, true, true,
         "{'order':'o1','line':'1','from':'north','to':'south','quantity':1}"},
        {"cancel", BO_MANAGE_ORDERS, true, true, true, "{'order':'o1','lines':[{'line':'1','quantity':1}]}"},
        {"receive", BO_MANAGE_INVENTORY, false, true, true,
         "{'items':[{'variant':'red','warehouse':'north','quantity':1}]}"},
        {"count", BO_MANAGE_INVENTORY, false, true, true,
         "{'items':[{'variant':'red','warehouse':'north','on_hand':7}]}"},
        {"transfer", BO_MANAGE_INVENTORY, false, true, true,
         "{'items':[{'variant':'blue','from':'north','to':'south','quantity':1}]}"},
        {"place", BO_MANAGE_ORDERS, true, true, true,
         "{'order':'o2','priority':1,'warehouses':['north'],"
         "'lines':[{'line':'1','variant':'blue','quantity':1,'warehouse':'north','decline_backorder':true}]}"},
        {"place_batch", BO_MANAGE_ORDERS, true, true, true,
         "{'orders':[{'order':'o3','priority':1,'warehouses':['north'],"
         "'lines':[{'line':'1','variant':'blue','quantity':1,'warehouse':'north','decline_backorder':true}]}]}"},
    };
    return cases;
}

}  // namespace backorder::test
