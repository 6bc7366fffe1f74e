using System.Reflection;

Console.WriteLine(Assembly.Load("AmoCrm.Sdk").GetName().Name);
Console.WriteLine(Assembly.Load("AmoCrm.Emulator").GetName().Name);
