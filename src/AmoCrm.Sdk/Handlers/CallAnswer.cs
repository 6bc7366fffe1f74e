using System.Net;
using System.Text;
using System.Text.Json;
using AmoCrm.Sdk.Json;

namespace AmoCrm.Sdk.Handlers;

/// <summary>Reads the answer to a written call, which reports an unknown phone in its own way.</summary>
internal static class CallAnswer
{
    private const string NotFoundTitle = "Entity not found";

    /// <summary>Whether amoCRM says that nobody has the phone: an error of the call with the title "Entity not found".</summary>
    public static bool IsNotMatched(AmoCrmApiError error) =>
        error.Errors.Any(static item => string.Equals(item.Code, NotFoundTitle, StringComparison.OrdinalIgnoreCase));

    /// <summary>The call of a successful answer. A batch may answer 200 and still report the only call as an error.</summary>
    public static Call Read(JsonElement answer, string handler)
    {
        if (answer.ValueKind == JsonValueKind.Object)
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(answer.GetRawText()));
            reader.Read();
            if (EmbeddedJson.First(ref reader, "calls"u8, CallJsonConverter.ReadValue) is { } call)
            {
                return call;
            }

            if (ApiProblemReader.Errors(answer) is { Count: > 0 } errors)
            {
                throw new AmoCrmCallNotMatchedException(new AmoCrmApiError
                {
                    StatusCode = (int)HttpStatusCode.OK,
                    Title = NotFoundTitle,
                    Handler = handler,
                    Errors = errors,
                    Problem = answer,
                });
            }
        }

        throw new AmoCrmInvalidResponseException($"{handler}: the answer names no call.", (int)HttpStatusCode.OK) { Handler = handler };
    }
}
