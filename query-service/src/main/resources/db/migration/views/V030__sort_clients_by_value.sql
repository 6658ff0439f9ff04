create index client_view_total_purchase_ix on client_view (total_purchase desc, client_id);
