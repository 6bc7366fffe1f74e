using System.Text.Json.Nodes;

namespace AmoCrm.Sdk.Tests.Samples;

/// <summary>How a caller of the SDK would write what a request sample says.</summary>
internal static class SampleRequests
{
    public static IReadOnlyList<SampleCall> Of(Sample sample) =>
        [.. (sample.Json is JsonArray items ? items.Select(static item => item!.AsObject()) : [sample.Json.AsObject()]).Select(item => Of(sample, item))];

    private static SampleCall Of(Sample sample, JsonObject item) => sample.Folder switch
    {
        "calls-api" => SampleCall.Of("amocrm_create_call", item, Plain(item)),
        "catalogs-api" => sample.Name.Contains("element", StringComparison.Ordinal)
            ? SampleCall.Of("amocrm_create_catalog_element", item, With(Plain(item), "catalog_id", 1))
            : SampleCall.Of("amocrm_create_catalog", item, Plain(item)),
        "companies-api" => Entity(item, "company"),
        "contacts-api" or "contacts-and-companies" => Entity(item, "contact"),
        "leads-api" => Entity(item, "lead"),
        "custom-fields" => CustomField(sample, item),
        "entity-links-api" => Link(sample, item),
        "events-and-notes" => Note(item),
        "leads_pipelines" => Pipeline(sample, item),
        "tags-api" => item.ContainsKey("_embedded") ? Entity(With(item.DeepClone().AsObject(), "id", 1), "lead") : SampleCall.Of("amocrm_create_tag", item, Plain(item)),
        "tasks-api" => Task(sample, item),
        "webhooks-api" => SampleCall.Of(item.ContainsKey("settings") ? "amocrm_create_webhook" : "amocrm_delete_webhook", item, Plain(item)),
        "widgets-api" => new SampleCall("amocrm_install_widget", new JsonObject { ["code"] = "widget", ["settings"] = item.DeepClone() }, item),
        _ => throw new InvalidOperationException($"Nobody has decided about {sample}: say here how it is written, or list it in SamplesNotCovered."),
    };

    private static SampleCall Entity(JsonObject item, string noun)
    {
        var arguments = Plain(item);
        var isUpdate = Move(arguments, "id", $"{noun}_id");
        Move(arguments, "custom_fields_values", "custom_fields");
        foreach (var (name, value) in Take(arguments, "_embedded"))
        {
            switch (name)
            {
                case "contacts" or "companies":
                    arguments[name == "contacts" ? "contact_id" : "company_id"] = Assert.Single(value!.AsArray())!["id"]!.DeepClone();
                    break;
                default:
                    arguments[name] = value?.DeepClone();
                    break;
            }
        }

        return SampleCall.Of($"amocrm_{(isUpdate ? "update" : "create")}_{noun}", item, arguments);
    }

    private static SampleCall Task(Sample sample, JsonObject item)
    {
        var arguments = Plain(item);
        var result = Take(arguments, "result");
        if (result.Count > 0)
        {
            arguments["result_text"] = result["text"]!.DeepClone();
        }

        var isUpdate = Move(arguments, "id", "task_id") || sample.Json is JsonObject;
        return SampleCall.Of(isUpdate ? "amocrm_update_task" : "amocrm_create_task", item, isUpdate && !arguments.ContainsKey("task_id") ? With(arguments, "task_id", 1) : arguments);
    }

    private static SampleCall Note(JsonObject item)
    {
        var arguments = With(Plain(item), "entity_id", 1);
        foreach (var (name, value) in Take(arguments, "params"))
        {
            arguments[name == "text" ? "note_text" : name] = value?.DeepClone();
        }

        return SampleCall.Of("amocrm_add_note", item, arguments);
    }

    private static SampleCall Pipeline(Sample sample, JsonObject item)
    {
        var arguments = Plain(item);
        if (!sample.Name.Contains("-status", StringComparison.Ordinal))
        {
            foreach (var (name, value) in Take(arguments, "_embedded"))
            {
                arguments[name] = value?.DeepClone();
            }

            return sample.Json is JsonArray
                ? SampleCall.Of("amocrm_create_pipeline", item, arguments)
                : SampleCall.Of("amocrm_update_pipeline", item, With(arguments, "pipeline_id", 1));
        }

        With(arguments, "pipeline_id", 1);
        return sample.Json is JsonArray
            ? SampleCall.Of("amocrm_create_status", item, arguments)
            : SampleCall.Of("amocrm_update_status", item, With(arguments, "status_id", 1));
    }

    private static SampleCall CustomField(Sample sample, JsonObject item)
    {
        var arguments = Plain(item);
        var isUpdate = Move(arguments, "id", "field_id") || sample.Json is JsonObject;
        return SampleCall.Of(isUpdate ? "amocrm_update_custom_field" : "amocrm_create_custom_field", item, isUpdate && !arguments.ContainsKey("field_id") ? With(arguments, "field_id", 1) : arguments);
    }

    private static SampleCall Link(Sample sample, JsonObject item)
    {
        var arguments = With(With(Plain(item), "entity_id", 1), "entity_type", "leads");
        foreach (var (name, value) in Take(arguments, "metadata"))
        {
            arguments[name] = value?.DeepClone();
        }

        return SampleCall.Of(sample.Name.Contains("otvyazka", StringComparison.Ordinal) ? "amocrm_unlink" : "amocrm_link", item, arguments);
    }

    private static JsonObject Plain(JsonObject item)
    {
        var arguments = item.DeepClone().AsObject();
        arguments.Remove("request_id");
        return arguments;
    }

    private static JsonObject With(JsonObject arguments, string name, JsonNode value)
    {
        arguments[name] = value;
        return arguments;
    }

    private static bool Move(JsonObject arguments, string from, string to)
    {
        if (!arguments.ContainsKey(from))
        {
            return false;
        }

        var value = arguments[from];
        arguments.Remove(from);
        arguments[to] = value;
        return true;
    }

    private static JsonObject Take(JsonObject arguments, string name)
    {
        var value = arguments[name] as JsonObject ?? [];
        arguments.Remove(name);
        return value;
    }
}
