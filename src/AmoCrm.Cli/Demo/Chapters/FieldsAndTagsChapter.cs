using AmoCrm.Sdk;

namespace AmoCrm.Cli.Demo.Chapters;

/// <summary>What the salon wants to know of every kitchen, and the tags it sorts leads by.</summary>
internal sealed class FieldsAndTagsChapter : IDemoChapter
{
    public string Title => "Fields and tags of a lead";

    public IReadOnlyList<DemoStep> Steps { get; } =
    [
        new(
            "amocrm_create_custom_field",
            Typed: async (demo, token) =>
            {
                var request = new CreateCustomFieldRequest { Name = demo.Story.Field, Type = CustomFieldType.Select, Enums = ["Белый", "Дуб"] };
                var field = await demo.CallAsync(amo => amo.CustomFields.CreateAsync(CustomFieldScope.Leads, request, token)).ConfigureAwait(false);
                Check.Equal(demo.Story.Field, field.Name, "the name of the field");
                Check.That(field.Enums?.Any(static value => value.Value == "Дуб") == true, "the field has the values that were given");
                demo.Story.FieldId = field.Id;
                return demo.Story.Field;
            },
            ByName: async (demo, token) =>
            {
                var arguments = $$"""{"entity_type": "leads", "name": "{{demo.Story.Field}}", "type": "select", "enums": ["Белый", {"value": "Дуб", "sort": 2}]}""";
                var field = await demo.CallByNameAsync(arguments, token).ConfigureAwait(false);
                Check.Equal(demo.Story.Field, field.Text("name"), "the name of the field");
                field.At("enums").ItemWith("value", "Дуб", "the value that was given");
                demo.Story.FieldId = field.Id();
                return demo.Story.Field;
            }),
        new(
            "amocrm_update_custom_field",
            Typed: async (demo, token) =>
            {
                var request = new UpdateCustomFieldRequest { AddEnums = ["Графит"] };
                var field = await demo.CallAsync(amo => amo.CustomFields.UpdateAsync(CustomFieldScope.Leads, demo.Story.FieldId, request, token)).ConfigureAwait(false);
                string[] expected = ["Белый", "Дуб", "Графит"];
                Check.That(expected.All(text => field.Enums?.Any(value => value.Value == text) == true), "the new value is there, and the old ones have stayed");
                return "+ Графит";
            },
            ByName: async (demo, token) =>
            {
                var arguments = $$"""{"entity_type": "lead", "field_id": "{{demo.Story.FieldId}}", "add_enums": ["Графит"]}""";
                var field = await demo.CallByNameAsync(arguments, token).ConfigureAwait(false);
                Check.Equal(3, field.At("enums").GetArrayLength(), "the number of values, old and new,");
                return "+ Графит";
            }),
        new(
            "amocrm_list_custom_fields",
            Typed: async (demo, token) =>
            {
                var request = new ListCustomFieldsRequest { Filter = new CustomFieldDefinitionFilter { Types = [CustomFieldType.Select] } };
                var fields = await demo.CallAsync(amo => amo.CustomFields.ListAsync(CustomFieldScope.Leads, request, token)).ConfigureAwait(false);
                Check.That(fields.Items.Any(field => field.Id == demo.Story.FieldId), "the new field is listed");
                Check.That(fields.Items.All(static field => field.Type == CustomFieldType.Select), "only the kind that was asked for is listed");
                return $"{fields.Items.Count} choices";
            },
            ByName: async (demo, token) =>
            {
                var fields = await demo.CallByNameAsync("""{"entity_type": "leads"}""", token).ConfigureAwait(false);
                Check.Equal(demo.Story.FieldId, fields.At("items").ItemWith("name", demo.Story.Field, "the new field").Id(), "the id of the field");
                return $"{fields.At("items").GetArrayLength()} fields";
            }),
        new(
            "amocrm_create_tag",
            Typed: async (demo, token) =>
            {
                var request = new CreateTagRequest { Name = demo.Story.Tag, Color = TagColor.Mint };
                var tag = await demo.CallAsync(amo => amo.Tags.CreateAsync(EntityType.Leads, request, token)).ConfigureAwait(false);
                Check.Equal(demo.Story.Tag, tag.Name, "the name of the tag");
                Check.Equal(TagColor.Mint, tag.Color, "its colour");
                return demo.Story.Tag;
            },
            ByName: async (demo, token) =>
            {
                var tag = await demo.CallByNameAsync($$"""{"entity_type": "leads", "name": "{{demo.Story.Tag}}", "color": "90CDB0"}""", token).ConfigureAwait(false);
                Check.Equal(demo.Story.Tag, tag.Text("name"), "the name of the tag");
                return demo.Story.Tag;
            }),
        new(
            "amocrm_list_tags",
            Typed: async (demo, token) =>
            {
                var tags = await demo.CallAsync(amo => amo.Tags.ListAsync(EntityType.Leads, new ListTagsRequest { Query = demo.Story.Tag }, token)).ConfigureAwait(false);
                Check.That(tags.Items.Any(tag => tag.Name == demo.Story.Tag), "the new tag is found");
                return demo.Story.Tag;
            },
            ByName: async (demo, token) =>
            {
                var tags = await demo.CallByNameAsync($$$"""{"entity_type": "leads", "filter": {"name": "{{{demo.Story.Tag}}}"}}""", token).ConfigureAwait(false);
                tags.At("items").ItemWith("name", demo.Story.Tag, "the new tag");
                return demo.Story.Tag;
            }),
    ];
}
