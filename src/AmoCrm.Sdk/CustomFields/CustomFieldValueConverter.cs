using System.Globalization;

namespace AmoCrm.Sdk;

/// <summary>Turns the value for one field into the value objects that are sent, by the field's type where it is known.</summary>
internal readonly struct CustomFieldValueConverter(string handler, string key, CustomFieldDefinition? field, AccountTimeZone zone)
{
    private readonly string? _code = field?.Code ?? new CustomFieldKey(key).Code;

    /// <summary>Whether the value has a choice or label that must be checked.</summary>
    public static bool NeedsDefinition(string key, CustomFieldInputValue? value)
    {
        foreach (var item in value?.Items ?? [])
        {
            if (item.Kind is CustomFieldInputKind.EnumText or CustomFieldInputKind.EnumCode
                || (item is { Kind: CustomFieldInputKind.Multitext, Label: { } label } && !CustomFieldLabels.IsKnown(key, label)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the value is a date as text that may not tell its offset.</summary>
    public static bool NeedsTimeZone(CustomFieldDefinition? field, CustomFieldInputValue? value) =>
        field?.Type is "date" or "date_time" or "birthday"
        && value is not null
        && value.Items.Any(static item => item.Kind == CustomFieldInputKind.Text && AccountTime.TryParse(item.Text!, out var time) && time.LocalTime is not null);

    public CustomFieldInputItem[] Convert(CustomFieldInputValue value)
    {
        if (value.Items.Length > 1 && field?.Type is "text" or "textarea" or "url" or "streetaddress" or "numeric" or "checkbox" or "date" or "date_time" or "birthday" or "select" or "radiobutton" or "category" or "price" or "monetary")
        {
            throw Error("takes one value, not a list");
        }

        if (field is null && !CustomFieldLabels.HasDefault(_code))
        {
            return value.Items;
        }

        var items = new CustomFieldInputItem[value.Items.Length];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = Convert(value.Items[i]);
        }

        return items;
    }

    private CustomFieldInputItem Convert(CustomFieldInputItem item) => field?.Type switch
    {
        _ when item.Kind is CustomFieldInputKind.Raw or CustomFieldInputKind.EnumId => item,
        "text" or "textarea" or "url" or "streetaddress" or "tracking_data" or "price" or "monetary" => Text(item),
        "numeric" => Number(item),
        "checkbox" => Flag(item),
        "date" or "date_time" or "birthday" => Time(item),
        "select" or "radiobutton" or "category" or "multiselect" => Choice(item),
        "multitext" or "smart_address" => Labelled(item),
        null => Labelled(item),
        _ => item,
    };

    private CustomFieldInputItem Text(CustomFieldInputItem item) => item.Kind switch
    {
        CustomFieldInputKind.Text => item,
        CustomFieldInputKind.Number => CustomFieldInputItem.OfText(item.Number.ToString(CultureInfo.InvariantCulture)),
        _ => throw Error("takes a text"),
    };

    private CustomFieldInputItem Number(CustomFieldInputItem item) => item.Kind switch
    {
        CustomFieldInputKind.Number => item,
        CustomFieldInputKind.Text when decimal.TryParse(item.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) =>
            CustomFieldInputItem.OfNumber(number),
        _ => throw Error("takes a number"),
    };

    private CustomFieldInputItem Flag(CustomFieldInputItem item) => item.Kind switch
    {
        CustomFieldInputKind.Flag => item,
        CustomFieldInputKind.Number when item.Number is 0 or 1 => CustomFieldInputItem.OfFlag(item.Number == 1),
        CustomFieldInputKind.Text when item.Text is "0" or "1" => CustomFieldInputItem.OfFlag(item.Text == "1"),
        CustomFieldInputKind.Text when bool.TryParse(item.Text, out var flag) => CustomFieldInputItem.OfFlag(flag),
        _ => throw Error("takes true or false"),
    };

    private CustomFieldInputItem Time(CustomFieldInputItem item) => item.Kind switch
    {
        CustomFieldInputKind.Time => item,
        CustomFieldInputKind.Number when decimal.IsInteger(item.Number) => item,
        CustomFieldInputKind.Text when AccountTime.TryParse(item.Text!, out var time) && time != AccountTime.EndOfToday => CustomFieldInputItem.OfTime(time.Resolve(zone, default)),
        _ => throw Error("takes a time: unix seconds or ISO 8601 text"),
    };

    private CustomFieldInputItem Choice(CustomFieldInputItem item)
    {
        var found = item.Kind switch
        {
            CustomFieldInputKind.EnumText => Enums(choice => choice.Value == item.Text),
            CustomFieldInputKind.EnumCode => Enums(choice => choice.EnumCode == item.Text),
            CustomFieldInputKind.Text => Enums(choice => choice.Value == item.Text) is { Length: > 0 } byText ? byText : Enums(choice => choice.EnumCode == item.Text),
            CustomFieldInputKind.Number => Enums(choice => choice.EnumId == item.Number),
            _ => [],
        };
        return found switch
        {
            [{ EnumId: { } id }] => CustomFieldInputItem.OfEnumId(id),
            [] => throw Error($"has no such choice; it must match exactly. {Choices()}"),
            _ => throw Error("has that choice several times: use CustomFieldInputValue.EnumId, or {\"enum_id\": …} in JSON"),
        };
    }

    private CustomFieldInputItem Labelled(CustomFieldInputItem item)
    {
        var text = item.Kind switch
        {
            CustomFieldInputKind.Text or CustomFieldInputKind.Multitext => item.Text!,
            CustomFieldInputKind.Number => item.Number.ToString(CultureInfo.InvariantCulture),
            _ => throw Error("takes texts with labels"),
        };
        var label = item.Label ?? (CustomFieldLabels.HasDefault(_code) ? CustomFieldLabels.Default : null);
        if (item.Label is not null && field is not null && field.Enums.All(choice => choice.EnumCode != item.Label && choice.Value != item.Label))
        {
            throw Error($"has no such label; it must match exactly. {Choices()}");
        }

        return CustomFieldInputItem.OfMultitext(text, label);
    }

    private CustomFieldChoice[] Enums(Func<CustomFieldChoice, bool> matches) => [.. field!.Enums.Where(matches)];

    private string Choices() => CustomFieldChoices.Describe(
        "Choices",
        field!.Enums.Select(static choice => choice.EnumCode is { } code && choice.Value is { } value && code != value ? $"{value} ({code})" : choice.Value ?? choice.EnumCode ?? string.Empty));

    private AmoCrmArgumentException Error(string problem) => new(handler, "custom_fields", $"The field '{field?.Title ?? key}' {problem.TrimEnd('.')}.");
}
