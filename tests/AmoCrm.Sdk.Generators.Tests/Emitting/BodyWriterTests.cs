using AmoCrm.Sdk.Generators.Emitting;
using AmoCrm.Sdk.Generators.Model;
using static AmoCrm.Sdk.Generators.Tests.Emitting.Specs;

namespace AmoCrm.Sdk.Generators.Tests.Emitting;

/// <summary>The bodies that operations write.</summary>
public class BodyWriterTests
{
    private static readonly BodyObject Contacts = Body(
        ("name", new BodyParam("name")),
        ("custom_fields_values", new BodyArray(
        [
            Item("field_code=PHONE", Body(("values", new BodyArray([Item("enum_code=WORK", Body(("value", new BodyParam("phone"))))])))),
            Item(null, new BodyParam("custom_fields")),
        ])));

    private static readonly ParamSpec CustomFields =
        Param("custom_fields", "CustomFields", new TypeSpec(TypeKind.Runtime, "CustomFieldInput", IsList: false, IsNullable: true, IsValueType: false)) with { CustomFieldScope = "companies" };

    [Fact]
    public void A_create_leaves_nulls_out_and_shares_the_array_with_resolved_fields() =>
        Assert.Equal(
            """
            private static void WriteCreateCompanyBody(Utf8JsonWriter writer, CreateCompanyRequest request, OperationContext context)
            {
                writer.WriteStartObject();
                writer.WriteString("name"u8, request.Name);
                if (request.Phone is not null || context.CustomFields is { Count: > 0 })
                {
                    writer.WriteStartArray("custom_fields_values"u8);
                    if (request.Phone is { } phone)
                    {
                        writer.WriteStartObject();
                        writer.WriteString("field_code"u8, "PHONE"u8);
                        writer.WriteStartArray("values"u8);
                        writer.WriteStartObject();
                        writer.WriteString("enum_code"u8, "WORK"u8);
                        writer.WriteString("value"u8, phone);
                        writer.WriteEndObject();
                        writer.WriteEndArray();
                        writer.WriteEndObject();
                    }

                    context.CustomFields?.WriteItems(writer);
                    writer.WriteEndArray();
                }

                JsonWrite.String(writer, "request_id"u8, context.RequestId);
                writer.WriteEndObject();
            }
            """,
            BodyOf(Create(Contacts, Param("name", "Name", Always(Text)), Param("phone", "Phone", Text), CustomFields)));

    [Fact]
    public void An_update_writes_what_was_assigned_and_clears_the_innermost_array_for_null() =>
        Assert.Equal(
            """
            private static void WriteUpdateCompanyBody(Utf8JsonWriter writer, UpdateCompanyArguments arguments, OperationContext context)
            {
                var request = arguments.Request ?? new UpdateCompanyRequest();
                writer.WriteStartObject();
                if (request.Assigned.Contains(UpdateCompanyRequest.Members.Name))
                {
                    JsonWrite.StringOrNull(writer, "name"u8, request.Name);
                }

                if (request.Assigned.Contains(UpdateCompanyRequest.Members.Phone) || context.CustomFields is { Count: > 0 })
                {
                    writer.WriteStartArray("custom_fields_values"u8);
                    if (request.Assigned.Contains(UpdateCompanyRequest.Members.Phone))
                    {
                        writer.WriteStartObject();
                        writer.WriteString("field_code"u8, "PHONE"u8);
                        if (request.Phone is { } phone)
                        {
                            writer.WriteStartArray("values"u8);
                            writer.WriteStartObject();
                            writer.WriteString("enum_code"u8, "WORK"u8);
                            writer.WriteString("value"u8, phone);
                            writer.WriteEndObject();
                            writer.WriteEndArray();
                        }
                        else
                        {
                            writer.WriteNull("values"u8);
                        }

                        writer.WriteEndObject();
                    }

                    context.CustomFields?.WriteItems(writer);
                    writer.WriteEndArray();
                }
                else if (request.Assigned.Contains(UpdateCompanyRequest.Members.CustomFields) && request.CustomFields is null)
                {
                    writer.WriteNull("custom_fields_values"u8);
                }

                writer.WriteEndObject();
            }
            """,
            BodyOf(Update(Contacts, Param("name", "Name", Text), Param("phone", "Phone", Text), CustomFields)));

    [Fact]
    public void Custom_fields_alone_are_cleared_for_null_too() =>
        Assert.Contains(
            """
                if (context.CustomFields is { Count: > 0 } customFields)
                {
                    writer.WriteStartArray("custom_fields_values"u8);
                    customFields.WriteItems(writer);
                    writer.WriteEndArray();
                }
                else if (request.Assigned.Contains(UpdateCompanyRequest.Members.CustomFields) && request.CustomFields is null)
                {
                    writer.WriteNull("custom_fields_values"u8);
                }
            """,
            BodyOf(Update(Body(("custom_fields_values", new BodyParam("custom_fields"))), CustomFields)),
            StringComparison.Ordinal);

    [Fact]
    public void A_group_is_written_only_for_what_is_below_it() =>
        Assert.Contains(
            """
                if (request.ContactId is { } contactId)
                {
                    writer.WriteStartObject("_embedded"u8);
                    writer.WriteStartArray("contacts"u8);
                    writer.WriteStartObject();
                    writer.WriteNumber("id"u8, contactId);
                    writer.WriteEndObject();
                    writer.WriteEndArray();
                    writer.WriteEndObject();
                }
            """,
            BodyOf(Create(
                Body(("_embedded", Body(("contacts", new BodyArray([Item(null, Body(("id", new BodyParam("contact_id"))))]))))),
                Param("contact_id", "ContactId", Number))),
            StringComparison.Ordinal);

    [Fact]
    public void A_list_makes_one_item_an_element() =>
        Assert.Contains(
            """
                if (request.ContactIds is { } contactIds)
                {
                    writer.WriteStartArray("contacts"u8);
                    foreach (var item in contactIds)
                    {
                        writer.WriteStartObject();
                        writer.WriteNumber("id"u8, item);
                        writer.WriteEndObject();
                    }

                    writer.WriteEndArray();
                }
            """,
            BodyOf(Create(
                Body(("contacts", new BodyArray([new BodyItem(null, null, "contact_ids", Body(("id", new BodyParam("contact_ids"))))]))),
                Param("contact_ids", "ContactIds", ListOf(Number)))),
            StringComparison.Ordinal);

    [Fact]
    public void A_constant_is_in_every_body()
    {
        var body = BodyOf(Create(Body(("to_entity_type", new BodyConstant("\"contacts\"")), ("sort", new BodyConstant("5")))));

        Assert.Contains("writer.WriteString(\"to_entity_type\"u8, \"contacts\"u8);", body, StringComparison.Ordinal);
        Assert.Contains("writer.WriteNumber(\"sort\"u8, 5);", body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_batch_of_updates_names_each_object_in_its_item()
    {
        var handler = Update(Body(("name", new BodyParam("name"))), Param("name", "Name", Text)) with
        {
            Batch = new BatchSpec(50, 250, "UpdateMany", null, "PATCH", "/api/v4/companies", []),
        };

        Assert.Contains(
            """
                if (context.WriteId)
                {
                    writer.WriteNumber("id"u8, arguments.CompanyId);
                }
            """,
            BodyOf(handler),
            StringComparison.Ordinal);
    }

    private static string BodyOf(HandlerSpec handler) =>
        Member(OperationsEmitter.Emit(new ModuleSpec("companies", "Companies", "Companies.", [handler])).Text, $"private static void Write{handler.Stem}Body");
}
