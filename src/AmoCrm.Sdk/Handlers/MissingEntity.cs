using System.Net;

namespace AmoCrm.Sdk.Handlers;

/// <summary>The error for an object that a first step asked for and that is not there, though amoCRM said so with an empty success.</summary>
internal static class MissingEntity
{
    public static AmoCrmNotFoundException Of(string handler) => new(new AmoCrmApiError
    {
        StatusCode = (int)HttpStatusCode.NotFound,
        Title = "No such object",
        Handler = handler,
    });
}
