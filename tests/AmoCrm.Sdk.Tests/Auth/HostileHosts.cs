namespace AmoCrm.Sdk.Tests.Auth;

/// <summary>Texts that look like an account's host to somebody, and lead elsewhere for somebody else.</summary>
internal static class HostileHosts
{
    public const string Label = "victim";
    public const string Evil = "evil-canary.example";

    private static readonly string[] Domains = ["amocrm.ru", "amocrm.com", "kommo.com"];

    /// <summary>No account: refused wherever a host is asked for.</summary>
    public static IReadOnlyList<string> All { get; } =
        [.. Domains.SelectMany(domain => Around($"{Label}.{domain}", domain)).Concat(OwnHosts()).Concat(Characters()).Concat(Letters()).Concat(Addresses()).Concat(Lengths()).Distinct(StringComparer.Ordinal)];

    /// <summary>Labels that only look dangerous: as a subdomain they are one label under amoCRM's domain, and nothing else.</summary>
    public static IReadOnlyList<string> HarmlessLabels { get; } =
        ["localhost", "0", "2130706433", "2852039166", "0x7f000001", "0177000001", "metadata", "xn--80ak6aa92e", "com", "ru", "amocrm", "kommo", "evil-corner", "VICTIM", "api", "www2", "apiary", "1"];

    /// <summary>Hosts that are near to those of <c>api_domain</c>, and none of them.</summary>
    public static IReadOnlyList<string> AroundApiHosts { get; } =
        [.. Domains.SelectMany(domain => Around($"api-a.{domain}", domain)).Concat(Domains.SelectMany(domain => new[] { $"API-A.{domain}", $"api-.{domain}", $"api-a-.{domain}", $"api.{domain}", $"apia.{domain}" }))];

    /// <summary>Whole hosts of accounts in a spelling that amoCRM never uses.</summary>
    public static IReadOnlyList<string> OddSpellings { get; } =
        [.. Domains.SelectMany(domain => new[] { $"{Label}.{domain}".ToUpperInvariant(), $"Victim.{domain}", $"{Label}.{domain.ToUpperInvariant()}" })];

    /// <summary>Shows a value in a failed test.</summary>
    public static string Show(string value) =>
        string.Concat((value.Length > 100 ? value[..100] : value).Select(character => character is >= ' ' and < '\x7f' ? character.ToString() : $"\\u{(int)character:x4}"));

    private static IEnumerable<string> Around(string whole, string domain) =>
    [
        $"{whole}.{Evil}", $"{whole}-{Evil}", $"{domain}.{Evil}", $"{Label}.{domain}.evil.com", $"evil-{domain}", $"evil{domain}", $"x.evil-{domain}", $"{Label}.{domain}.{domain}",
        $"{whole}@{Evil}", $"{Evil}@{whole}", $"a@{whole}", $"user:pw-canary@{whole}", $"{domain}@evil", $"@{whole}", $"{whole}@", $":@{whole}",
        $"{whole}:443", $"{whole}:80", $"{whole}:", $"{whole}:0", $"{whole}:443@{Evil}", $"{whole}:{Evil}",
        $"{whole}/", $"{whole}//", $"{whole}/x", $"/{whole}", $"//{whole}", $"///{whole}", $"{Evil}/{whole}", $"{Evil}/.{domain}", $"{whole}/../{Evil}", $"{whole}/@{Evil}",
        $"{whole}\\", $"\\\\{whole}", $"{Evil}\\{whole}", $"{Evil}\\.{domain}", $"{whole}\\@{Evil}", $"{whole}\\.{Evil}",
        $"{whole}?", $"{whole}?x=1", $"{Evil}?{whole}", $"{Evil}?.{domain}", $"{whole}#", $"{whole}#x", $"{Evil}#{whole}", $"{Evil}#.{domain}", $"{whole}#@{Evil}", $"{whole};{Evil}", $"{whole},{Evil}", $"{whole}|{Evil}",
        $"{whole}%2e{Evil}", $"{Evil}%23.{domain}", $"{Evil}%2f.{domain}", $"{Evil}%3f.{domain}", $"{Evil}%5c.{domain}", $"{Evil}%40{whole}", $"{whole}%00", $"{whole}%00.{Evil}", $"{whole}%0d%0aHost:%20{Evil}", $"%76ictim.{domain}", $"{Label}%2e{domain}", $"{Label}%252e{domain}",
        $"{whole}.", $"{whole}..", $".{whole}", $"..{whole}", $"{Label}..{domain}", $".{domain}", $"..{domain}", domain, $"{domain}.", $"a.b.{domain}", $"{Evil}.{domain}",
        $"*.{domain}", $"-{whole}", $"{Label}-.{domain}", $"vic_tim.{domain}", $"vic+tim.{domain}", $"vic~tim.{domain}", $"{{{Label}}}.{domain}", $"${{env}}.{domain}", $"$(id).{domain}", $"<x>.{domain}", $"'{whole}'", $"\"{whole}\"", $"[{whole}]",
        $"https://{whole}", $"http://{whole}", $"https:{whole}", $"https:/{whole}", $"https:\\\\{whole}", $"HTTPS://{whole}", $"ftp://{whole}", $"file://{whole}", $"javascript:{whole}", $"data:{whole}", $"ldap://{whole}", $"gopher://{Evil}/{whole}", $"https://{Evil}#{whole}", $"https://{whole}@{Evil}",
    ];

    private static IEnumerable<string> OwnHosts() => Domains.SelectMany(domain => new[]
    {
        $"www.{domain}", $"WWW.{domain}", $"www.{Label}.{domain}", $"api-a.{domain}", $"api-b2.{domain}", $"API-A.{domain}", $"api-.{domain}", $"api-a.{Label}.{domain}",
    }).Concat(["www", "WWW", "wWw", "api-a", "API-A", "api-"]);

    /// <summary>Characters that are cut off, skipped or not seen, at each place of a host.</summary>
    private static IEnumerable<string> Characters() =>
        from character in "\0\t\n\v\f\r \u001b\u007f\u0085\u00a0\u00ad\u034f\u180e\u200b\u200d\u200e\u202e\u2028\u2029\u2060\u3000\ufeff\ufffd"
        from value in new[] { $"{character}{Label}.amocrm.ru", $"vic{character}tim.amocrm.ru", $"{Label}.amo{character}crm.ru", $"{Label}.amocrm.ru{character}" }
        select value;

    /// <summary>Letters and dots that look like ASCII, or become ASCII when a library folds them; and what they are in punycode.</summary>
    private static IEnumerable<string> Letters() =>
    [
        "vi\u0441tim.amocrm.ru", "v\u0456ctim.amocrm.ru", "victim.\u0430mocrm.ru", "victim.am\u043ecrm.ru", "victim.amo\u0441rm.ru", "victim.amocrm.r\u03c5", "victim.\u212aommo.com", "victim.k\u043emm\u043e.com", "victim.kommo.c\u043em",
        "v\u0130ctim.amocrm.ru", "v\u0131ctim.amocrm.ru", "\uff56ictim.amocrm.ru", "victim.\uff41mocrm.ru", "victim.amocrm\uff0eru", "victim\uff0eamocrm.ru", "victim\u3002amocrm\u3002ru", "victim\uff61amocrm.ru", "victim\u2024amocrm.ru",
        "victim.amocrm.ru\uff0f.example", "victim.amocrm.ru\uff1a443", "evil-canary.example\uff03.amocrm.ru", "evil-canary.example\u2044victim.amocrm.ru", "evil-canary.example\uff20victim.amocrm.ru", "evil-canary.example\u2100.amocrm.ru", "evil-canary.example\ufe56.amocrm.ru",
        "\u24e5\u24d8\u24d2\u24e3\u24d8\u24dc.amocrm.ru", "victim.\u1d43mocrm.ru", "victim.amocrm.\u00aa", "\u043a\u043e\u043c\u043f\u0430\u043d\u0438\u044f.amocrm.ru", "\u0661\u0662\u0663.amocrm.ru", "victim.xn--mocrm-3ve.ru", "xn--victim.xn--amocrm-.ru", "victim.xn--amcrm-jye.ru", "victim.xn--kmm-7cdc.com",
        "xn--e1afmkfd.xn--p1ai", "victim.amocrm.ru.xn--p1ai", "\ud83d\ude00.amocrm.ru",
    ];

    /// <summary>Machines inside a data centre, in all the ways to write them.</summary>
    private static IEnumerable<string> Addresses() =>
    [
        "127.0.0.1", "127.1", "127.0.1", "0.0.0.0", "169.254.169.254", "169.254.169.254:80", "http://169.254.169.254/latest/meta-data/", "169.254.169.254.amocrm.ru", "169.254.43518", "0xa9.0xfe.0xa9.0xfe", "0251.0376.0251.0376", "0177.0.0.1", "0x7f.0.0.1", "10.0.0.1", "192.168.0.1", "172.16.0.1",
        "[::1]", "::1", "[::1]:443", "[::ffff:127.0.0.1]", "[::ffff:169.254.169.254]", "[fe80::1%25eth0]", "[0:0:0:0:0:0:0:1]", "[::1].amocrm.ru", "[fd00:ec2::254]", "localhost:443", "localhost.", "localhost.localdomain", "LOCALHOST:80", "metadata.google.internal", "127.0.0.1.nip.io", "amocrm.ru.127.0.0.1.nip.io", "unix:/var/run/docker.sock", "0.", "127.0.0.1.", "\u2460\u2461\u2466.0.0.1",
    ];

    private static IEnumerable<string> Lengths() =>
    [
        ".", "..", "-", "--", "_", "*", "@", ":", "/", "\\", "?", "#", "%", "%2e", "~", new('a', 64), $"{new string('a', 64)}.amocrm.ru", $"{new string('a', 300)}.kommo.com", string.Join('.', Enumerable.Repeat("a", 200)) + ".amocrm.ru", new('.', 500), new('-', 64), new('a', 20_000),
        "victim\r\nHost: evil-canary.example", "victim.amocrm.ru\r\n\r\nGET / HTTP/1.1\r\nHost: evil-canary.example", "victim.amocrm.ru\nX-Evil: 1", "victim amocrm.ru", "victim..", ".victim", "evil-canary.example", "EVIL-CANARY.EXAMPLE", "evil-canary.example.",
    ];
}
