using System.Text.Json;

namespace AmoCrm.Sdk.Tests.Json;

/// <summary>Members that amoCRM sends in several shapes, or in another one than their name suggests.</summary>
public sealed class WireTrapsTests
{
    [Theory]
    [InlineData("\"0\"")]
    [InlineData("0")]
    public void A_request_id_is_text_or_a_number(string requestId)
    {
        var task = JsonValues.Read($$"""{"id":1,"request_id":{{requestId}}}""", CrmTask.ReadFrom);

        Assert.Equal("0", task!.RequestId);
    }

    [Theory]
    [InlineData("[]", null)]
    [InlineData("null", null)]
    [InlineData("""{"text":"done"}""", "done")]
    public void The_result_of_a_task_is_an_object_or_an_empty_array(string result, string? text)
    {
        Assert.Equal(text, JsonValues.Read($$"""{"id":1,"result":{{result}}}""", CrmTask.ReadFrom)!.Result?.Text);
    }

    [Fact]
    public void The_id_of_an_event_and_of_a_group_of_fields_is_text()
    {
        Assert.Equal("01pz58t6p04ymgsgfbmfyfy1mf", JsonValues.Read("""{"id":"01pz58t6p04ymgsgfbmfyfy1mf"}""", CrmEvent.ReadFrom)!.Id);
        Assert.Equal("leads_29741591099841", JsonValues.Read("""{"id":1,"group_id":"leads_29741591099841"}""", CustomField.ReadFrom)!.GroupId);
        Assert.Equal("4521", JsonValues.Read("""{"id":1,"group_id":4521}""", CustomField.ReadFrom)!.GroupId);
    }

    [Theory]
    [InlineData("\"4,5\"", "4,5")]
    [InlineData("4.5", "4.5")]
    public void The_rating_of_a_widget_has_a_comma_or_is_a_number(string rating, string expected)
    {
        Assert.Equal(expected, JsonValues.Read($$"""{"id":1,"rating":{{rating}}}""", Widget.ReadFrom)!.Rating);
    }

    [Theory]
    [InlineData("[]", JsonValueKind.Array)]
    [InlineData("""{"a":1}""", JsonValueKind.Object)]
    public void The_settings_of_a_field_are_kept_as_they_are(string settings, JsonValueKind kind)
    {
        Assert.Equal(kind, JsonValues.Read($$"""{"id":1,"settings":{{settings}}}""", CustomField.ReadFrom)!.Settings!.Value.ValueKind);
    }

    [Theory]
    [InlineData("null", null)]
    [InlineData("false", false)]
    [InlineData("true", true)]
    public void Whether_an_element_is_deleted_may_be_unknown(string isDeleted, bool? expected)
    {
        Assert.Equal(expected, JsonValues.Read($$"""{"id":1,"is_deleted":{{isDeleted}}}""", CatalogElement.ReadFrom)!.IsDeleted);
    }

    [Theory]
    [InlineData("""[{"id":4203748,"name":"Budget"}]""")]
    [InlineData("""{"id":4203748,"name":"Budget"}""")]
    public void The_reason_of_a_loss_is_an_array_or_an_object(string reason)
    {
        var lead = JsonValues.Read($$$"""{"id":1,"_embedded":{"loss_reason":{{{reason}}}}}""", Lead.ReadFrom);

        Assert.Equal((4203748, "Budget"), (lead!.LossReasons![0].Id, lead.LossReasons[0].Name));
    }

    [Theory]
    [InlineData("60")]
    [InlineData("\"60\"")]
    public void The_length_and_the_phone_of_a_call_are_numbers_or_text(string duration)
    {
        var note = JsonValues.Read($$$"""{"id":1,"params":{"duration":{{{duration}}},"phone":79991234567}}""", Note.ReadFrom);

        Assert.Equal(60, note!.Parameters!.Duration);
        Assert.Equal("79991234567", note.Parameters.Phone);
    }

    [Fact]
    public void The_times_of_a_hint_on_a_stage_are_text()
    {
        var hint = JsonValues.Read("""{"id":1,"created_at":"2021-05-20 14:30:00"}""", PipelineStatusDescription.ReadFrom);

        Assert.Equal("2021-05-20 14:30:00", hint!.CreatedAt);
    }

    [Theory]
    [InlineData("1", "1")]
    [InlineData("1.5", "1.5")]
    public void A_quantity_is_whole_or_not(string quantity, string expected)
    {
        var link = JsonValues.Read($$$"""{"id":1,"metadata":{"quantity":{{{quantity}}}}}""", CatalogElementReference.ReadFrom);

        Assert.Equal(expected, link!.Metadata!.Quantity!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_deleted_entity_is_full_of_nulls()
    {
        var contact = JsonValues.Read(
            """{"id":1,"name":null,"responsible_user_id":null,"created_at":null,"is_deleted":true,"custom_fields_values":null,"_embedded":null}""",
            Contact.ReadFrom);

        Assert.True(contact!.IsDeleted);
        Assert.Null(contact.CustomFields);
        Assert.Null(contact.Tags);
    }

    [Fact]
    public void A_list_without_a_member_that_makes_it_what_it_is_is_an_error_that_names_both()
    {
        var message = Assert.Throws<JsonException>(() => JsonValues.Read("""{"name":"no id"}""", Contact.ReadFrom)).Message;

        Assert.Contains("Contact", message, StringComparison.Ordinal);
        Assert.Contains("'id'", message, StringComparison.Ordinal);
    }
}
