using System.Text.Json;
using System.Text.Json.Nodes;
using AmoCrm.Sdk.Dispatch;
using AmoCrm.Sdk.Tests.TestSupport;

namespace AmoCrm.Sdk.Tests.Handlers;

/// <summary>Every param of an update on its own: null is sent, and nothing beside it.</summary>
public sealed class AssignedNullTests
{
    private static readonly Dictionary<string, string> Updates = new(StringComparer.Ordinal)
    {
        ["amocrm_update_company"] = """{"company_id":1}""",
        ["amocrm_update_contact"] = """{"contact_id":1}""",
        ["amocrm_update_lead"] = """{"lead_id":1}""",
        ["amocrm_update_task"] = """{"task_id":1}""",
        ["amocrm_update_pipeline"] = """{"pipeline_id":1}""",
        ["amocrm_update_status"] = """{"pipeline_id":1,"status_id":1}""",
        ["amocrm_update_custom_field"] = """{"field_id":1}""",
    };

    // What is no value of the object; a task's entity is two params that go together (TaskCases).
    private static readonly string[] NotOnTheirOwn = ["fetch", "add_phone", "add_email", "add_enums"];

    public static TheoryData<string, string> Params
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var handler in Updates.Keys.Select(HandlerCatalog.Get))
            {
                foreach (var parameter in handler.Parameters.Where(static parameter => !parameter.IsPositional && parameter.AllowedValues.Count == 0 && !NotOnTheirOwn.Contains(parameter.Name)))
                {
                    if (handler.Name != "amocrm_update_task" || parameter.Name is not ("entity_type" or "entity_id"))
                    {
                        data.Add(handler.Name, parameter.Name);
                    }
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Params))]
    public async Task IsSentAlone(string handler, string parameter)
    {
        var arguments = JsonNode.Parse(Updates[handler])!.AsObject();
        arguments[parameter] = null;
        var body = await SentBody.OfAsync(handler, arguments, TestContext.Current.CancellationToken);
        var leaves = Leaves(body).ToList();
        Assert.True(leaves is [null], $"{parameter} sends {body?.ToJsonString()}");
    }

    /// <summary>The values of an object, without the code that only names a field.</summary>
    private static IEnumerable<JsonNode?> Leaves(JsonNode? node) => node?.GetValueKind() switch
    {
        JsonValueKind.Object => node.AsObject().Where(static member => member.Key is not ("field_code" or "field_id")).SelectMany(static member => Leaves(member.Value)),
        JsonValueKind.Array => node.AsArray().SelectMany(Leaves),
        _ => [node],
    };
}
