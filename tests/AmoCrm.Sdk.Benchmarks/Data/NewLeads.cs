using AmoCrm.Sdk.Benchmarks.Peers.Models;

namespace AmoCrm.Sdk.Benchmarks.Data;

/// <summary>Leads to create, for the SDK and for the others; the same values.</summary>
internal static class NewLeads
{
    public const int Count = 50;

    public static IReadOnlyList<CreateLeadRequest> ForSdk() =>
    [
        .. Enumerable.Range(0, Count).Select(static index => new CreateLeadRequest
        {
            Name = Name(index),
            Price = Price(index),
            ContactId = 10_971_465 + index,
            PipelineId = 3_104_455,
            StatusId = 32_392_159,
            ResponsibleUserId = 504_141,
            CustomFields = new()
            {
                [294_471] = Address(index),
                [294_472] = 10 * index,
                [294_473] = index % 2 == 0,
                [294_474] = CustomFieldInputValue.EnumId(961_271),
            },
            Tags = [new TagReference { Name = "опт" }, new TagReference { Id = 100_667 }],
        }),
    ];

    public static List<NewLeadDto> ForOthers() =>
    [
        .. Enumerable.Range(0, Count).Select(static index => new NewLeadDto
        {
            Name = Name(index),
            Price = Price(index),
            Embedded = new() { Contacts = [new() { Id = 10_971_465 + index }], Tags = [new() { Name = "опт" }, new() { Id = 100_667 }] },
            PipelineId = 3_104_455,
            StatusId = 32_392_159,
            ResponsibleUserId = 504_141,
            CustomFieldsValues =
            [
                Field(294_471, Address(index)),
                Field(294_472, 10L * index),
                Field(294_473, index % 2 == 0),
                new() { FieldId = 294_474, Values = [new() { EnumId = 961_271 }] },
            ],
            RequestId = index.ToString(System.Globalization.CultureInfo.InvariantCulture),
        }),
    ];

    private static FieldDto Field(long id, object value) => new() { FieldId = id, Values = [new() { Value = value }] };

    private static string Name(int index) => $"Сделка № {index}: поставка";

    private static string Address(int index) => $"Вымышленная набережная, дом {index + 1}";

    private static decimal Price(int index) => 12_000 + (index * 250);
}
