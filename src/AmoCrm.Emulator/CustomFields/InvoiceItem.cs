namespace AmoCrm.Emulator.CustomFields;

/// <summary>A line of an invoice as it is read: what was written, the defaults, and the total.</summary>
internal static class InvoiceItem
{
    public static JsonObject Read(JsonObject written)
    {
        var json = new JsonObject
        {
            ["sku"] = null,
            ["product_id"] = null,
            ["description"] = string.Empty,
            ["unit_price"] = 0,
            ["unit_type"] = string.Empty,
            ["quantity"] = 0,
            ["discount"] = null,
            ["vat_rate_id"] = 0,
            ["vat_rate_value"] = 0,
            ["bonus_points_per_purchase"] = 0,
            ["external_uid"] = string.Empty,
            ["metadata"] = new JsonArray(),
        };
        foreach (var (name, value) in written)
        {
            json[name] = value?.DeepClone();
        }

        json["is_discount_recalculated"] = false;
        json["is_total_sum_recalculated"] = false;
        json["total_sum"] = Total(json);
        return json;
    }

    private static decimal Total(JsonObject json)
    {
        var sum = Number(json, "unit_price") * Number(json, "quantity");
        return json.Child("discount") is not { } discount
            ? sum
            : discount.Text("type") == "percentage" ? sum * (100 - Number(discount, "value")) / 100 : sum - Number(discount, "value");
    }

    private static decimal Number(JsonObject json, string name) =>
        decimal.TryParse(json.Text(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
