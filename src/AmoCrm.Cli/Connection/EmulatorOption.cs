using System.CommandLine;

namespace AmoCrm.Cli.Connection;

/// <summary>The option <c>--emulator</c>.</summary>
internal static class EmulatorOption
{
    public static Option<Uri?> Create(string description) => new("--emulator")
    {
        Description = description,
        HelpName = "URL",
        CustomParser = static result =>
        {
            if (Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var address) && address.IsLoopback && address.Scheme == Uri.UriSchemeHttp)
            {
                return address;
            }

            result.AddError("--emulator takes the loopback URL that 'amocrm emulator' prints, such as http://127.0.0.1:8085.");
            return null;
        },
    };
}
