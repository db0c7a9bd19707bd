package io.verisim.mock.production;

import java.util.List;

/** One row, as text; an empty field is a missing value. */
record Customer(List<String> fields) {

    static final List<String> COLUMNS = List.of(
            "customer_id",
            "first_name",
            "last_name",
            "date_of_birth",
            "email",
            "phone",
            "street_address",
            "postcode",
            "city",
            "province",
            "national_id",
            "iban",
            "contract",
            "tenure_months",
            "plan",
            "internet_service",
            "phone_service",
            "multiple_lines",
            "streaming_tv",
            "online_security",
            "tech_support",
            "paperless_billing",
            "payment_method",
            "data_usage_gb",
            "call_minutes",
            "support_calls",
            "satisfaction",
            "monthly_charges",
            "total_charges",
            "last_payment_date",
            "churn",
            "notes");

    Customer {
        fields = List.copyOf(fields);
    }
}
