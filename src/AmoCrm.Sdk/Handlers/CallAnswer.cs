using System.Net;
using System.Text;
using System.Text.Json;
using AmoCrm.Sdk.Json;
using AmoCrm.Sdk.Transport;

namespace AmoCrm.Sdk.Handlers;

/// <summary>Reads the answer to a written call, which reports an unknown phone in its own way.</summary>
internal static class CallAnswer
{
    private const string NotFoundTitle = "Entity not found";

    /// <summary>Whether amoCRM says that nobody has the phone: an error of the call with the title "Entity not found".</summary>
    public static bool IsNotMatched(AmoCrmApiError error) =>
        error.Errors.Any(static item => string.Equals(item.Code, NotFoundTitle, StringComparison.OrdinalIgnoreCase));

    /// <summary>The call of a successful answer. A batch may answer 200 and still report the only call as an error.</summary>
    /// <exception cref="AmoCrmCallNotMatchedException">Nobody has the phone.</exception>
    /// <exception cref="AmoCrmValidationException">amoCRM refused the call for another reason.</exception>
    /// <exception cref="AmoCrmOutcomeUnknownException">The answer tells neither a call nor an error.</exception>
    public static Call Read(JsonElement answer, Operation<CreateCallRequest, JsonElement> operation)
    {
        if (answer.ValueKind == JsonValueKind.Object)
        {
            if (TryRead(answer, operation) is { } call)
            {
                return call;
            }

            if (ApiProblemReader.Errors(answer) is { Count: > 0 } errors)
            {
                throw Refusal(new AmoCrmApiError { StatusCode = (int)HttpStatusCode.OK, Title = errors[0].Code, Handler = operation.Handler, Errors = errors, Problem = answer });
            }
        }

        throw Unreadable(operation, "names no call", null);
    }

    private static Call? TryRead(JsonElement answer, Operation<CreateCallRequest, JsonElement> operation)
    {
        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(answer.GetRawText()));
            reader.Read();
            return EmbeddedJson.First<Call>(ref reader, "calls"u8);
        }
        catch (JsonException exception)
        {
            throw Unreadable(operation, "is not the JSON it should be", JsonProblem.WithoutQuotes(exception));
        }
    }

    private static AmoCrmApiException Refusal(AmoCrmApiError error) => IsNotMatched(error) ? new AmoCrmCallNotMatchedException(error) : new AmoCrmValidationException(error);

    private static AmoCrmException Unreadable(Operation<CreateCallRequest, JsonElement> operation, string what, Exception? cause) =>
        OperationAnswer.Incomplete(operation, sent: null, new AmoCrmInvalidResponseException($"{operation.Handler}: the answer {what}.", (int)HttpStatusCode.OK, cause) { Handler = operation.Handler });
}
