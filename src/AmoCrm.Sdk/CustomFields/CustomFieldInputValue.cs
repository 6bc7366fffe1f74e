using System.Text.Json;

namespace AmoCrm.Sdk;

/// <summary>
/// What to write into one custom field. Texts, numbers, flags and times convert by themselves; the factory methods make the rest. Null, instead
/// of a value, clears the field.
/// </summary>
public sealed class CustomFieldInputValue
{
    internal CustomFieldInputValue(params CustomFieldInputItem[] items) => Items = items;

    internal CustomFieldInputItem[] Items { get; }

    /// <summary>A choice by exactly the text that people see. The field's definition is read to check it.</summary>
    /// <param name="text">The text, with its case and spaces.</param>
    /// <returns>The value.</returns>
    public static CustomFieldInputValue Enum(string text) => new(CustomFieldInputItem.OfEnumText(NotEmpty(text)));

    /// <summary>Several choices of a multiselect by exactly the texts that people see.</summary>
    /// <param name="texts">The texts; they replace the choices that were made before.</param>
    /// <returns>The value.</returns>
    public static CustomFieldInputValue Enums(params IEnumerable<string> texts) =>
        new([.. NotNull(texts).Select(static text => CustomFieldInputItem.OfEnumText(NotEmpty(text)))]);

    /// <summary>A choice by its id, which is sent unchecked.</summary>
    /// <param name="enumId">Id of the choice.</param>
    /// <returns>The value.</returns>
    public static CustomFieldInputValue EnumId(long enumId) => new(CustomFieldInputItem.OfEnumId(Positive(enumId)));

    /// <summary>Several choices of a multiselect by their ids, which are sent unchecked.</summary>
    /// <param name="enumIds">Ids of the choices; they replace the choices that were made before.</param>
    /// <returns>The value.</returns>
    public static CustomFieldInputValue EnumIds(params IEnumerable<long> enumIds) =>
        new([.. NotNull(enumIds).Select(static id => CustomFieldInputItem.OfEnumId(Positive(id)))]);

    /// <summary>A choice by its code. The field's definition is read to check it.</summary>
    /// <param name="enumCode">Code of the choice.</param>
    /// <returns>The value.</returns>
    public static CustomFieldInputValue EnumCode(string enumCode) => new(CustomFieldInputItem.OfEnumCode(NotEmpty(enumCode)));

    /// <summary>Texts with labels: phones, e-mail addresses, messengers, parts of an address. They replace all that the field has.</summary>
    /// <param name="items">Each text with the code of its label, such as <c>WORK</c> or <c>MOB</c>.</param>
    /// <returns>The value.</returns>
    public static CustomFieldInputValue Multitext(params IEnumerable<(string Value, string EnumCode)> items) =>
        new([.. NotNull(items).Select(static item => CustomFieldInputItem.OfMultitext(NotEmpty(item.Value), NotEmpty(item.EnumCode)))]);

    /// <summary>Several texts of a multitext field, all labelled <c>WORK</c>. They replace all that the field has.</summary>
    /// <param name="values">The texts.</param>
    /// <returns>The value.</returns>
    public static CustomFieldInputValue Texts(params IEnumerable<string> values) =>
        new([.. NotNull(values).Select(static value => CustomFieldInputItem.OfText(NotEmpty(value)))]);

    /// <summary>A link to a catalog element.</summary>
    /// <param name="catalogId">Id of the catalog.</param>
    /// <param name="elementId">Id of the element.</param>
    /// <returns>The value, for a field of type <c>linked_entity</c>.</returns>
    public static CustomFieldInputValue Link(long catalogId, long elementId) =>
        CustomFieldInputJson.Link(Positive(elementId), EntityType.CatalogElements, Positive(catalogId));

    /// <summary>A link to a contact or a company.</summary>
    /// <param name="entityType">Contacts or companies.</param>
    /// <param name="entityId">Id of the entity.</param>
    /// <returns>The value, for a field of type <c>linked_entity</c>.</returns>
    public static CustomFieldInputValue Link(EntityType entityType, long entityId) => CustomFieldInputJson.Link(Positive(entityId), entityType, null);

    /// <summary>
    /// Any value as JSON: an object with <c>value</c>, <c>enum_id</c> or <c>enum_code</c> is sent as it is, another object becomes the
    /// <c>value</c> (a legal entity, an item of an invoice), an array holds several of them.
    /// </summary>
    /// <param name="value">The JSON.</param>
    /// <returns>The value; null for JSON's null.</returns>
    /// <exception cref="FormatException">The JSON is no value of a field.</exception>
    public static CustomFieldInputValue? Json(JsonElement value) => CustomFieldInputJson.ReadValue(value);

    /// <summary>A text.</summary>
    /// <param name="text">The text; null clears the field.</param>
    public static implicit operator CustomFieldInputValue?(string? text) => text is null ? null : new(CustomFieldInputItem.OfText(NotEmpty(text)));

    /// <summary>A number.</summary>
    /// <param name="number">The number.</param>
    public static implicit operator CustomFieldInputValue(int number) => new(CustomFieldInputItem.OfNumber(number));

    /// <summary>A number.</summary>
    /// <param name="number">The number.</param>
    public static implicit operator CustomFieldInputValue(long number) => new(CustomFieldInputItem.OfNumber(number));

    /// <summary>A number.</summary>
    /// <param name="number">The number.</param>
    public static implicit operator CustomFieldInputValue(decimal number) => new(CustomFieldInputItem.OfNumber(number));

    /// <summary>Ticks or clears a box.</summary>
    /// <param name="flag">Whether it is ticked.</param>
    public static implicit operator CustomFieldInputValue(bool flag) => new(CustomFieldInputItem.OfFlag(flag));

    /// <summary>A date or time, sent as unix seconds.</summary>
    /// <param name="time">The moment; for a date its midnight in the account's time zone.</param>
    public static implicit operator CustomFieldInputValue(DateTimeOffset time) => new(CustomFieldInputItem.OfTime(time));

    private static string NotEmpty(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length > 0 ? text : throw new ArgumentException(CustomFieldInputJson.EmptyText, nameof(text));
    }

    private static long Positive(long id)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(id);
        return id;
    }

    private static IEnumerable<T> NotNull<T>(IEnumerable<T> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return items;
    }
}
